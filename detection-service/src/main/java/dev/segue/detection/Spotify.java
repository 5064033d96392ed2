package dev.segue.detection;

import dev.segue.library.AudioFeatures;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is asked of Spotify's web API. Each call passes the gate, or is not made: then it is
/// [Outcome.RateLimited]. Thread-safe; blocks.
public interface Spotify {

    /// How many ids one call of [#tracks] takes.
    int MOST_TRACKS = 50;

    /// How many ids one call of [#features] takes.
    int MOST_FEATURES = 100;

    /// Some entries of a list, in order. What is no track (an episode, a removed one) is left out.
    ///
    /// @param tracks with the time at which they were added
    /// @param total  entries of the whole list, also those that are no tracks
    /// @param next   offset of the next page, if there is one
    record Entries(List<Track> tracks, int total, Optional<Integer> next) {

        public Entries {
            tracks = List.copyOf(tracks);
        }
    }

    /// A playlist by itself.
    ///
    /// @param first its first entries; empty if this app may not see them
    record Playlist(String id, String name, String snapshotId, Optional<Entries> first) {}

    /// A playlist in a list of playlists.
    record Listed(String id, String name, String snapshotId) {}

    /// Some playlists of the person.
    ///
    /// @param next offset of the next page, if there is one
    record Listing(List<Listed> playlists, Optional<Integer> next) {

        public Listing {
            playlists = List.copyOf(playlists);
        }
    }

    /// One track.
    Outcome<Track> track(TrackId id);

    /// Up to 50 tracks in one call; those that are unknown are absent. Refused to new apps.
    Outcome<Map<TrackId, Track>> tracks(List<TrackId> ids);

    /// How up to 100 tracks sound, in one call; those that are unknown are absent. Refused to new apps.
    Outcome<Map<TrackId, AudioFeatures>> features(List<TrackId> ids);

    /// A playlist with its first entries, up to 100.
    Outcome<Playlist> playlist(String id);

    /// Entries of a playlist from `offset` on, up to 50.
    Outcome<Entries> entries(String playlist, int offset);

    /// Liked songs from `offset` on, up to 50, the newest first.
    Outcome<Entries> liked(int offset);

    /// What the person listens to now. May use the reserve of the budget.
    Outcome<Playing> playing();

    /// The person's playlists from `offset` on, up to 50.
    Outcome<Listing> playlists(int offset);
}
