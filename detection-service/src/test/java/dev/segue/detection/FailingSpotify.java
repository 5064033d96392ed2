package dev.segue.detection;

import dev.segue.library.AudioFeatures;
import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Spotify with playlists of one track each, some of which it fails at whenever it is asked; so it does at liked songs.
final class FailingSpotify implements Spotify {

    private final AtomicInteger calls = new AtomicInteger();
    private final List<Listed> listed;
    private final List<String> broken;
    private final boolean reached;

    /// @param names   of the playlists
    /// @param broken  names of those that it fails at
    /// @param reached whether it is there at all
    FailingSpotify(List<String> names, List<String> broken, boolean reached) {
        this.listed =
                names.stream().map(name -> new Listed(id(name), name, "1")).toList();
        this.broken = broken;
        this.reached = reached;
    }

    static TrackId trackOf(String playlist) {
        return TrackId.spotify(id(playlist));
    }

    /// A playlist's name is a letter.
    static String id(String playlist) {
        return playlist.repeat(22);
    }

    int calls() {
        return calls.get();
    }

    private <T> Outcome<T> failed() {
        calls.incrementAndGet();
        return new Outcome.Failed<>("status 502", reached);
    }

    @Override
    public Outcome<Playlist> playlist(String id) {
        String name = id.substring(0, 1);
        if (broken.contains(name)) {
            return failed();
        }
        calls.incrementAndGet();
        Track track =
                new Hint(Optional.of("Song of " + name), List.of("Somebody"), Optional.empty()).describe(trackOf(name));
        return new Outcome.Answer<>(
                new Playlist(id, name, "1", Optional.of(new Entries(List.of(track), 1, Optional.empty()))));
    }

    @Override
    public Outcome<Listing> playlists(int offset) {
        calls.incrementAndGet();
        return new Outcome.Answer<>(new Listing(listed, Optional.empty()));
    }

    @Override
    public Outcome<Entries> liked(int offset) {
        return failed();
    }

    @Override
    public Outcome<Track> track(TrackId id) {
        return failed();
    }

    @Override
    public Outcome<Map<TrackId, Track>> tracks(List<TrackId> ids) {
        return failed();
    }

    @Override
    public Outcome<Map<TrackId, AudioFeatures>> features(List<TrackId> ids) {
        return failed();
    }

    @Override
    public Outcome<Entries> entries(String playlist, int offset) {
        return failed();
    }

    @Override
    public Outcome<Playing> playing() {
        return failed();
    }
}
