package dev.segue.detection;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the likes page by page, the newest first, and goes on where it was when a page could not be had. For one
/// thread.
///
/// It stops at the first page that ends with a known track. What is liked again stands above what is new, so a known
/// track in the middle of a page proves nothing.
final class LikesScan {

    /// What was read.
    ///
    /// @param whole whether it is all there is
    record Read(List<Track> tracks, boolean whole) {

        Read {
            tracks = List.copyOf(tracks);
        }
    }

    private final SoundCloud soundCloud;
    private final Set<TrackId> known;
    private final Map<TrackId, Track> read = new LinkedHashMap<>();
    private Optional<URI> next = Optional.empty();
    private boolean begun;

    /// @param known where to stop; empty: nowhere
    LikesScan(SoundCloud soundCloud, Set<TrackId> known) {
        this.soundCloud = soundCloud;
        this.known = known;
    }

    /// Whether some of it is read, and more is to be.
    boolean unfinished() {
        return begun && next.isPresent();
    }

    /// Reads on until it is enough.
    Outcome<Read> toTheEnd() {
        boolean enough = false;
        while (!enough && (!begun || next.isPresent())) {
            Outcome<SoundCloud.Likes> page = next.map(soundCloud::likes).orElseGet(soundCloud::likes);
            if (!(page instanceof Outcome.Answer<SoundCloud.Likes>(SoundCloud.Likes likes))) {
                return page.then(_ -> new Outcome.Failed<>("never"));
            }
            enough = take(likes);
        }
        return new Outcome.Answer<>(new Read(List.copyOf(read.values()), next.isEmpty()));
    }

    private boolean take(SoundCloud.Likes page) {
        begun = true;
        page.tracks().forEach(track -> read.putIfAbsent(track.id(), track));
        // a page that leads to itself would be read for ever
        next = page.next().filter(address -> !Optional.of(address).equals(next));
        return !page.tracks().isEmpty()
                && known.contains(page.tracks().getLast().id());
    }
}
