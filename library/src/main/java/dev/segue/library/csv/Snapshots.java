package dev.segue.library.csv;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Which of several exports of one playlist is the current one. Immutable.
final class Snapshots {

    private record One(ReadFile file, ReadList list) {

        Instant exportedAt() {
            return file.exportedAt();
        }

        String name() {
            return file.file().file();
        }

        private boolean isDated() {
            return ExportName.of(file.source().path()).day().isPresent();
        }

        /// Whether it counts together with others that do. Files of the liked songs without a date are no snapshots
        /// of each other: several exporters may each have left theirs, and a song must not lose its mark to a
        /// smaller file that is newer.
        boolean isShared() {
            return list.isLiked() && !isDated();
        }
    }

    private static final Comparator<One> OLDEST_FIRST =
            Comparator.comparing(One::exportedAt).thenComparing(One::name);

    private final Map<ListName, List<CsvSnapshot>> byList = new LinkedHashMap<>();
    private final Set<ReadList> current = Collections.newSetFromMap(new IdentityHashMap<>());

    Snapshots(List<ReadFile> files) {
        Map<ListName, List<One>> all = new LinkedHashMap<>();
        for (ReadFile file : files) {
            for (ReadList list : file.lists()) {
                all.computeIfAbsent(list.list(), _ -> new ArrayList<>()).add(new One(file, list));
            }
        }
        all.forEach((list, some) -> {
            List<List<One>> exports = exports(some);
            exports.getLast().forEach(one -> current.add(one.list()));
            byList.put(list, exports.stream().map(Snapshots::snapshot).toList());
        });
    }

    /// Those that count together, oldest first.
    private static List<List<One>> exports(List<One> some) {
        List<List<One>> exports = new ArrayList<>();
        List<One> shared = some.stream().filter(One::isShared).toList();
        some.stream().filter(one -> !one.isShared()).forEach(one -> exports.add(List.of(one)));
        if (!shared.isEmpty()) {
            exports.add(shared);
        }
        exports.sort(Comparator.comparing(Snapshots::newest, OLDEST_FIRST));
        return exports;
    }

    private static One newest(List<One> together) {
        return Collections.max(together, OLDEST_FIRST);
    }

    private static CsvSnapshot snapshot(List<One> together) {
        One newest = newest(together);
        return new CsvSnapshot(
                newest.name(),
                newest.exportedAt(),
                together.stream().map(One::list).toList());
    }

    /// Whether `list`, one of those given, is how its playlist is now.
    boolean isCurrent(ReadList list) {
        return current.contains(list);
    }

    /// All exports of a playlist, oldest first; empty if there is none.
    List<CsvSnapshot> of(String playlist) {
        return Stream.of(ListName.of(playlist), ListName.playlist(playlist), ListName.ofFile(playlist))
                .filter(byList::containsKey)
                .findFirst()
                .map(list -> byList.getOrDefault(list, List.of()))
                .orElse(List.of());
    }

    /// All playlists, the liked songs included.
    Set<String> names() {
        Set<String> names = new java.util.TreeSet<>();
        byList.keySet().forEach(list -> names.add(list.name()));
        return Collections.unmodifiableSet(names);
    }
}
