package dev.segue.metadata;

import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.match.MatchIndex;
import dev.segue.library.match.Matching;
import dev.segue.library.match.Recording;
import dev.segue.library.match.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which tracks of a library are one recording. The rules, with examples, are in `docs/matching.md`. Immutable.
///
/// In a group of such tracks one stands for all: the first that the person liked, else the first that was added, else
/// the one with the smallest id. Nothing is ever removed for being a duplicate: it is only said.
public final class Duplicates {

    /// What decides which track stands for others: little, so that a whole library can be sorted by it.
    private record Standing(boolean liked, Instant addedAt, TrackId id) {

        static final Comparator<Standing> FIRST = Comparator.comparing(Standing::liked)
                .reversed()
                .thenComparing(Standing::addedAt)
                .thenComparing(Standing::id);

        static Standing of(CsvEntry entry) {
            return new Standing(
                    entry.liked(),
                    entry.track().addedAt().orElse(Instant.MAX),
                    entry.track().id());
        }
    }

    private final CsvLibrary library;
    private final List<TrackId> ids;
    private final MatchIndex index;
    private final Map<TrackId, TrackId> standsFor = new HashMap<>();
    private final Map<TrackId, List<TrackId>> seconds = new HashMap<>();

    private Duplicates(CsvLibrary library) {
        this.library = library;
        this.ids = library.entries().stream()
                .map(Standing::of)
                .sorted(Standing.FIRST)
                .map(Standing::id)
                .toList();
        this.index = MatchIndex.of(ids.size(), place -> recording(ids.get(place)));
        index.firsts().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(second -> {
            TrackId first = ids.get(second.getValue());
            standsFor.put(ids.get(second.getKey()), first);
            seconds.computeIfAbsent(first, none -> new ArrayList<>()).add(ids.get(second.getKey()));
        });
    }

    /// No duplicates.
    public static Duplicates none() {
        return in(CsvLibrary.empty());
    }

    /// The duplicates in `library`.
    public static Duplicates in(CsvLibrary library) {
        return new Duplicates(library);
    }

    /// The track that stands for `id`, if it is not `id` itself.
    public Optional<TrackId> of(TrackId id) {
        return Optional.ofNullable(standsFor.get(id));
    }

    /// Whether the library has `id`.
    public boolean knows(TrackId id) {
        return library.find(id).isPresent();
    }

    /// A recording's group.
    ///
    /// @param first  the track that stands for all of it
    /// @param others that are the same, the one that was asked about excepted
    /// @param why    the one asked about is the same as `first`
    public record Group(TrackId first, List<TrackId> others, Verdict why) {

        public Group {
            others = List.copyOf(others);
        }
    }

    /// The group of a track of this library; empty if it is alone.
    ///
    /// Two that share an ISRC with a third are one, so the verdict on the two themselves may be another.
    public Optional<Group> group(TrackId id) {
        TrackId first = of(id).orElse(id);
        List<TrackId> others =
                others(first).stream().filter(other -> !other.equals(id)).toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new Group(
                        first,
                        others,
                        Matching.judge(recording(first.equals(id) ? others.getFirst() : first), recording(id))));
    }

    /// The group of what somebody describes; empty if nothing here is the same.
    public Optional<Group> group(Recording described) {
        return index.find(described).map(found -> {
            TrackId first = ids.get(index.first(found.place()));
            return new Group(first, others(first), found.verdict());
        });
    }

    /// The whole group of `first`, in order.
    private List<TrackId> others(TrackId first) {
        var all = new ArrayList<TrackId>();
        all.add(first);
        all.addAll(seconds.getOrDefault(first, List.of()));
        return all;
    }

    private Recording recording(TrackId id) {
        return library.find(id)
                .map(entry -> Recording.of(entry.track()))
                .orElseThrow(() -> new IllegalStateException(id + " has gone from an immutable library"));
    }
}
