package dev.segue.library.csv;

import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is kept of every file for the case that it can no longer be read: the ids of its tracks and their places. The
/// tracks themselves are in the library. Immutable.
final class LastGood {

    private static final class Listing {

        private final ListName list;
        private final List<TrackId> ids;
        private final int[] rows;

        Listing(ReadList read) {
            this.list = read.list();
            this.ids = read.ids();
            this.rows = read.kept().stream().mapToInt(ReadList.Kept::row).toArray();
        }

        ReadList filled(Function<TrackId, @Nullable CsvEntry> entries) {
            List<ReadList.Kept> kept = java.util.stream.IntStream.range(0, rows.length)
                    .mapToObj(at -> new ReadList.Kept(
                            rows[at],
                            Objects.requireNonNull(entries.apply(ids.get(at))).track()))
                    .toList();
            return new ReadList(list, kept);
        }
    }

    private record Known(Source source, CsvFile file, Instant exportedAt, List<Listing> lists) {}

    private final Map<String, Known> files = new LinkedHashMap<>();

    LastGood(List<ReadFile> readable) {
        for (ReadFile file : readable) {
            List<Listing> lists = file.lists().stream().map(Listing::new).toList();
            files.put(file.file().file(), new Known(file.source(), file.file(), file.exportedAt(), lists));
        }
    }

    Optional<ReadFile> of(String file, Function<TrackId, @Nullable CsvEntry> entries) {
        return Optional.ofNullable(files.get(file))
                .map(known -> new ReadFile(
                        known.source(),
                        known.file(),
                        known.exportedAt(),
                        known.lists().stream().map(list -> list.filled(entries)).toList()));
    }

    List<String> filesIn(String file) {
        return files.keySet().stream()
                .filter(known -> file.isEmpty() || known.equals(file) || known.startsWith(file + '/'))
                .toList();
    }
}
