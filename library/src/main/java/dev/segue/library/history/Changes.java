package dev.segue.library.history;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What happened to a playlist between two snapshots. Immutable; this is also its form as JSON.
///
/// Entries are compared, not tracks: one that stands three times, and then twice, was removed once. `to.tracks` =
/// `added` + `unchanged` + `modified`; `from.tracks` = `removed` + `unchanged` + `modified`. `moved` is said beside
/// that: an entry that stands elsewhere now is unchanged or modified as well.
///
/// ```java
/// Changes changes = Changes.between(january, february);
/// ```
///
/// @param from      what was compared, the first side
/// @param to        the second side
/// @param added     entries that only `to` has, at their places there
/// @param removed   entries that only `from` has, at their places there
/// @param unchanged how many entries of both sides say the same
/// @param modified  entries of both sides that say something else, at their places in `to`
/// @param moved     the fewest entries that must be put elsewhere to bring those of both sides into the order of `to`
public record Changes(
        String playlist,
        State from,
        State to,
        List<Entry> added,
        List<Entry> removed,
        int unchanged,
        List<Modified> modified,
        List<Moved> moved) {

    /// One side.
    ///
    /// @param source the file, or `observed`
    /// @param tracks entries in it
    public record State(Instant takenAt, String source, int tracks) {}

    /// An entry of a playlist.
    ///
    /// @param position from 1
    public record Entry(int position, TrackId id, Optional<String> title, List<String> artists) {}

    /// An entry that says something else.
    ///
    /// @param position from 1
    /// @param title    as it is now
    /// @param fields   in which way
    public record Modified(
            int position, TrackId id, Optional<String> title, List<String> artists, List<Difference> fields) {}

    /// A field that both sides have, with other values.
    ///
    /// @param field its name, as in the track's JSON; those of the audio features stand alone, such as `tempo`
    public record Difference(String field, String from, String to) {}

    /// An entry that stands elsewhere.
    ///
    /// @param from its position before, from 1
    /// @param to   its position now, from 1
    public record Moved(int from, int to, TrackId id, Optional<String> title, List<String> artists) {}

    public Changes {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        modified = List.copyOf(modified);
        moved = List.copyOf(moved);
    }

    /// What happened from `from` to `to`, whichever is older.
    public static Changes between(Snapshot from, Snapshot to) {
        return new Comparison(from.tracks(), to.tracks()).changes(from, to);
    }

    /// Whether nothing happened.
    public boolean none() {
        return added.isEmpty() && removed.isEmpty() && modified.isEmpty() && moved.isEmpty();
    }

    private record Comparison(List<Track> before, List<Track> after, Alignment alignment) {

        Comparison(List<Track> before, List<Track> after) {
            this(before, after, Alignment.of(ids(before), ids(after)));
        }

        private static List<TrackId> ids(List<Track> tracks) {
            return tracks.stream().map(Track::id).toList();
        }

        Changes changes(Snapshot from, Snapshot to) {
            List<Modified> modified = modified();
            int common = alignment.kept().size() + alignment.moved().size();
            return new Changes(
                    to.playlist(),
                    new State(from.takenAt(), from.source(), before.size()),
                    new State(to.takenAt(), to.source(), after.size()),
                    entries(alignment.added(), after),
                    entries(alignment.removed(), before),
                    common - modified.size(),
                    modified,
                    alignment.moved().stream().map(this::moved).toList());
        }

        private List<Modified> modified() {
            var modified = new ArrayList<Modified>();
            Stream.of(alignment.kept(), alignment.moved())
                    .flatMap(List::stream)
                    .sorted(Comparator.comparingInt(Alignment.Pair::after))
                    .forEach(pair -> {
                        Track now = after.get(pair.after());
                        List<Difference> fields = Fields.differences(before.get(pair.before()), now);
                        if (!fields.isEmpty()) {
                            modified.add(new Modified(pair.after() + 1, now.id(), now.title(), now.artists(), fields));
                        }
                    });
            return modified;
        }

        private Moved moved(Alignment.Pair pair) {
            Track now = after.get(pair.after()).filledFrom(before.get(pair.before()));
            return new Moved(pair.before() + 1, pair.after() + 1, now.id(), now.title(), now.artists());
        }

        private static List<Entry> entries(List<Integer> places, List<Track> tracks) {
            return places.stream()
                    .map(place -> {
                        Track track = tracks.get(place);
                        return new Entry(place + 1, track.id(), track.title(), track.artists());
                    })
                    .toList();
        }
    }
}
