package dev.segue.metadata;

import dev.segue.library.TrackId;
import dev.segue.library.fact.PlaylistObserved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// How one playlist looked each time that the API showed a change. Thread-safe.
///
/// Most changes add a few tracks at one end, so only what lies between the same start and the same end is kept, and the
/// whole list now and then, from which the others are made.
final class ObservedPlaylist {

    private static final int WHOLE_EVERY = 32;

    /// One look.
    ///
    /// @param start   tracks from the start that are as they were the time before
    /// @param end     tracks from the end that are
    /// @param between the others; all of them if `start` and `end` are 0
    private record Look(Instant at, String playlistId, String snapshotId, int start, int end, List<TrackId> between) {

        boolean whole() {
            return start == 0 && end == 0;
        }

        List<TrackId> after(List<TrackId> before) {
            var tracks = new ArrayList<>(before.subList(0, start));
            tracks.addAll(between);
            tracks.addAll(before.subList(before.size() - end, before.size()));
            return tracks;
        }
    }

    private final String name;
    private final List<Look> looks = new ArrayList<>();
    private List<TrackId> last = List.of();

    ObservedPlaylist(String name) {
        this.name = name;
    }

    /// Remembers `observed`, unless it has been before.
    ///
    /// @param same gives the one object for equal ids
    synchronized void learn(PlaylistObserved observed, UnaryOperator<TrackId> same) {
        if (!looks.isEmpty() && !looks.getLast().at().isBefore(observed.at())) {
            return;
        }
        List<TrackId> now = observed.tracks().stream().map(same).toList();
        int most = looks.size() % WHOLE_EVERY == 0 ? 0 : Math.min(last.size(), now.size());
        int start = equal(last, now, most);
        int end = equal(last.reversed(), now.reversed(), most - start);
        looks.add(new Look(
                observed.at(),
                observed.playlistId(),
                observed.snapshotId(),
                start,
                end,
                List.copyOf(now.subList(start, now.size() - end))));
        last = now;
    }

    private static int equal(List<TrackId> one, List<TrackId> other, int most) {
        int same = 0;
        while (same < most && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    /// Every look, oldest first.
    synchronized List<Observation> observations() {
        var observations = new ArrayList<Observation>();
        for (int at = 0; at < looks.size(); at++) {
            int number = at;
            Look look = looks.get(at);
            observations.add(
                    new Observation(look.at(), name, look.playlistId(), look.snapshotId(), () -> tracks(number)));
        }
        return observations;
    }

    private synchronized List<TrackId> tracks(int look) {
        int from = look;
        while (!looks.get(from).whole()) {
            from--;
        }
        List<TrackId> tracks = List.of();
        for (int at = from; at <= look; at++) {
            tracks = looks.get(at).after(tracks);
        }
        return tracks;
    }
}
