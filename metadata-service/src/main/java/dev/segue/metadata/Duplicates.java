package dev.segue.metadata;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvEntry;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which tracks are one recording: those with the same ISRC, and those with the same title, artists, explicit mark and
/// length (± 2 s). The rules, with examples, are in `docs/matching.md`. Immutable.
///
/// In a group of such tracks one stands for all: the first that the person liked, else the first that was added, else
/// the one with the smallest id. Nothing is ever removed for being a duplicate: it is only said.
public final class Duplicates {

    private static final Duration SAME_LENGTH = Duration.ofSeconds(2);
    private static final Pattern NOT_SAID = Pattern.compile("[\\p{P}\\p{S}\\p{Cf}]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Comparator<CsvEntry> STANDS_FIRST = Comparator.comparing(CsvEntry::liked)
            .reversed()
            .thenComparing(entry -> entry.track().addedAt().orElse(Instant.MAX))
            .thenComparing(entry -> entry.track().id());

    private final Map<TrackId, TrackId> standsFor;

    private Duplicates(Map<TrackId, TrackId> standsFor) {
        this.standsFor = Map.copyOf(standsFor);
    }

    /// No duplicates.
    public static Duplicates none() {
        return new Duplicates(Map.of());
    }

    /// The duplicates among `entries`.
    public static Duplicates among(Collection<CsvEntry> entries) {
        List<CsvEntry> ordered = entries.stream().sorted(STANDS_FIRST).toList();
        var groups = new Groups(ordered);
        join(
                groups,
                ordered.stream().filter(entry -> entry.track().isrc().isPresent()),
                entry -> entry.track().isrc().orElse(""));
        ordered.stream()
                .filter(entry -> entry.track().title().isPresent()
                        && entry.track().duration().isPresent()
                        && !entry.track().artists().isEmpty())
                .collect(Collectors.groupingBy(entry -> sound(entry.track())))
                .values()
                .forEach(alike -> joinByLength(groups, alike));
        return new Duplicates(groups.seconds());
    }

    /// The track that stands for `id`, if it is not `id` itself.
    public Optional<TrackId> of(TrackId id) {
        return Optional.ofNullable(standsFor.get(id));
    }

    private static void join(
            Groups groups,
            java.util.stream.Stream<CsvEntry> entries,
            java.util.function.Function<CsvEntry, String> key) {
        entries.collect(Collectors.groupingBy(key))
                .values()
                .forEach(alike -> alike.forEach(entry -> groups.join(alike.getFirst(), entry)));
    }

    /// Splits tracks that are called alike into runs whose lengths are within two seconds of the run's shortest.
    private static void joinByLength(Groups groups, List<CsvEntry> alike) {
        var byLength = new ArrayList<>(alike);
        byLength.sort(Comparator.comparing(Duplicates::length));
        CsvEntry shortest = byLength.getFirst();
        for (CsvEntry entry : byLength) {
            if (length(entry).minus(length(shortest)).compareTo(SAME_LENGTH) > 0) {
                shortest = entry;
            }
            groups.join(shortest, entry);
        }
    }

    private static Duration length(CsvEntry entry) {
        return entry.track().duration().orElse(Duration.ZERO);
    }

    private static String sound(Track track) {
        String artists =
                track.artists().stream().map(Duplicates::plain).sorted().collect(Collectors.joining("\n"));
        return plain(track.title().orElse(""))
                + '\n'
                + artists
                + '\n'
                + track.explicit().orElse(false);
    }

    /// A name without what exporters change: case, punctuation, kinds of blanks. A name of nothing else stays itself.
    private static String plain(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String said = BLANKS.matcher(NOT_SAID.matcher(folded).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return said.isEmpty() ? folded : said;
    }

    /// Sets that grow together (union–find); a set is named by its member that stands first.
    private static final class Groups {

        private final List<CsvEntry> entries;
        private final Map<TrackId, Integer> places = new HashMap<>();
        private final int[] parent;

        Groups(List<CsvEntry> ordered) {
            entries = ordered;
            parent = new int[ordered.size()];
            for (int place = 0; place < parent.length; place++) {
                parent[place] = place;
                places.put(ordered.get(place).track().id(), place);
            }
        }

        void join(CsvEntry one, CsvEntry other) {
            int a = root(place(one));
            int b = root(place(other));
            parent[Math.max(a, b)] = Math.min(a, b);
        }

        private int place(CsvEntry entry) {
            return places.getOrDefault(entry.track().id(), 0);
        }

        private int root(int place) {
            int top = place;
            while (parent[top] != top) {
                parent[top] = parent[parent[top]];
                top = parent[top];
            }
            return top;
        }

        Map<TrackId, TrackId> seconds() {
            var seconds = new HashMap<TrackId, TrackId>();
            for (int place = 0; place < parent.length; place++) {
                if (root(place) != place) {
                    seconds.put(
                            entries.get(place).track().id(),
                            entries.get(root(place)).track().id());
                }
            }
            return seconds;
        }
    }
}
