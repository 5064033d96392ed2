package dev.segue.detection;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What is asked of SoundCloud's API. Each call passes the gate, or is not made: then it is
/// [Outcome.RateLimited]. Thread-safe; blocks.
public interface SoundCloud {

    /// Some of the person's likes, the newest first. What cannot be read as a track is left out.
    ///
    /// @param next address of the next page, if there is one
    record Likes(List<Track> tracks, Optional<URI> next) {

        public Likes {
            tracks = List.copyOf(tracks);
        }
    }

    /// One track.
    Outcome<Track> track(TrackId id);

    /// The person's newest likes, up to 200.
    Outcome<Likes> likes();

    /// The likes of a further page.
    ///
    /// @param next as the page before it said; [Outcome.Refused] if it is not an address of this API
    Outcome<Likes> likes(URI next);

    /// The track that a page of soundcloud.com shows, or a short link leads to. [Outcome.NotFound] if it is no track.
    Outcome<TrackId> resolve(URI page);

    /// The file of a track, if its uploader offers it.
    Outcome<Original> original(TrackId id);
}
