package dev.segue.library.csv;

import dev.segue.library.Track;
import dev.segue.library.store.ByteWriter;
import dev.segue.library.store.IdTable;
import dev.segue.library.store.Slab;
import dev.segue.library.store.SlabWriter;
import dev.segue.library.store.TrackForm;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Takes the rows of one file as they are read, and makes the whole of them. One use, one thread.
final class Gathering {

    static final String CUT_OFF = "cut off: the file ends in the middle of this row";
    private static final int MOST_BAD_ROWS = 10_000;

    /// A list as far as it was read.
    private static final class Growing {
        private final ListWriter tracks = new ListWriter();
        private final IdTable seen = new IdTable(0);
        /// whether it has tracks, or is known to be a list without any
        private boolean named;
        private int rows;
    }

    private final Source source;
    private final Encoding encoding;
    private final ExportName name;
    private final Header header;
    private final Dialect.Evidence evidence;
    private final RowReading rowReading;
    private final RowBatches batches;

    private final SlabWriter slab = new SlabWriter();
    private final ByteWriter run = new ByteWriter();
    private final Map<ListName, Growing> lists = new LinkedHashMap<>();
    private final Map<CsvFile.Skipped, Integer> skipped = new EnumMap<>(CsvFile.Skipped.class);
    private final List<BadRow> bad = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Growing current = new Growing();
    private Optional<Instant> newestAdded = Optional.empty();
    private int rows;
    private int keptRows;
    /// what the last row that is a track was skipped as
    private Optional<CsvFile.Skipped> lastAs = Optional.empty();
    /// the row of the last track in its list, and whether it has a title
    private int lastKept;
    private boolean lastTitled;
    private boolean truncated;

    Gathering(Source source, Encoding encoding, Format format, Header header) {
        this.source = source;
        this.encoding = encoding;
        this.name = ExportName.of(source.path());
        this.header = header;
        this.evidence = new Dialect.Evidence(format, source.file());
        this.rowReading = new RowReading(header, format, evidence);
        this.batches = new RowBatches(rowReading, this::take);
        if (!header.has(Column.PLAYLIST)) {
            lists.put(name.list(), current);
            current.named = true;
        }
    }

    /// Takes a row.
    ///
    /// @param line where it starts
    /// @throws IOException if there are too many bad ones
    void take(List<String> cells, LongSupplier line) throws IOException {
        if (evidence.settled()) {
            batches.add(cells, line.getAsLong());
            return;
        }
        begin(cells);
        switch (rowReading.read(cells)) {
            case TrackRow.Kept(Track track, boolean local) -> {
                if (evidence.settled()) {
                    current.tracks.add(current.rows, written(track));
                } else {
                    current.tracks.add(new ReadList.Kept(current.rows, track));
                }
                boolean first = !local && current.seen.add(track.id()) == IdTable.NONE;
                keep(local, first, track.title().isPresent(), track.addedAt());
            }
            case TrackRow.NoTrack(CsvFile.Skipped kind) -> skip(kind);
            case TrackRow.Bad(String why) -> addBad(line.getAsLong(), why);
        }
    }

    /// Takes a row that could not be read.
    void takeBroken(long line, String why) throws IOException {
        if (evidence.settled()) {
            batches.addBroken(line, why);
        } else {
            begin(List.of());
            addBad(line, why);
        }
    }

    private int written(Track track) {
        TrackForm.write(track, run.clear());
        return slab.add(run);
    }

    private void take(RowBatch.Done done) throws IOException {
        int base = slab.adopt(done.slab());
        for (RowBatch.Outcome outcome : done.outcomes()) {
            begin(outcome.cells());
            switch (outcome.found()) {
                case RowBatch.Found.Stored track -> {
                    current.tracks.add(current.rows, base + track.address());
                    boolean first =
                            !track.isLocal() && current.seen.add(done.slab().at(track.address())) == IdTable.NONE;
                    keep(track.isLocal(), first, track.isTitled(), track.addedAt());
                }
                case RowBatch.Found.NoTrack(CsvFile.Skipped kind) -> skip(kind);
                case RowBatch.Found.Bad(String why) -> addBad(outcome.line(), why);
            }
        }
    }

    private void begin(List<String> cells) {
        if (header.has(Column.PLAYLIST) && !cells.isEmpty()) {
            current = lists.computeIfAbsent(listOf(cells), _ -> new Growing());
        }
        rows++;
        current.rows++;
    }

    /// Makes a list known that may have no rows.
    void takeList(String playlist) throws IOException {
        batches.finish();
        lists.computeIfAbsent(ListName.of(playlist), _ -> new Growing()).named = true;
    }

    private ListName listOf(List<String> cells) {
        String playlist = header.cell(cells, Column.PLAYLIST);
        if (header.cell(cells, Column.TYPE).equalsIgnoreCase("Favorite")) {
            return ListName.likedSongs();
        }
        return playlist.isEmpty() ? name.list() : ListName.of(playlist);
    }

    /// @param first whether it is the first of its id in this list
    private void keep(boolean local, boolean first, boolean titled, Optional<Instant> addedAt) {
        current.named = true;
        lastKept = current.rows;
        lastTitled = titled;
        lastAs = first ? Optional.empty() : Optional.of(local ? CsvFile.Skipped.LOCAL : CsvFile.Skipped.DUPLICATE);
        keptRows += first ? 1 : 0;
        lastAs.ifPresent(this::skip);
        if (addedAt.isPresent() && (newestAdded.isEmpty() || addedAt.get().isAfter(newestAdded.get()))) {
            newestAdded = addedAt;
        }
    }

    private void skip(CsvFile.Skipped kind) {
        skipped.merge(kind, 1, Integer::sum);
    }

    private void addBad(long line, String why) throws IOException {
        bad.add(new BadRow(line, why));
        if (bad.size() > MOST_BAD_ROWS) {
            throw new IOException("more than " + MOST_BAD_ROWS + " bad rows; the first is line "
                    + bad.getFirst().line() + ": " + bad.getFirst().why());
        }
    }

    /// Says something about the file as a whole to people.
    void warn(String warning) {
        warnings.add(warning);
    }

    /// Its end is missing.
    void truncate() {
        truncated = true;
    }

    /// The last row is short and the file ends in it: it counts only if its id and title are there.
    void dropCutOff(long line) throws IOException {
        batches.finish();
        truncated = true;
        if (!bad.isEmpty() && bad.getLast().line() == line) {
            bad.set(bad.size() - 1, new BadRow(line, CUT_OFF));
        } else if (lastKept == current.rows && !lastTitled) {
            current.tracks.removeLast();
            keptRows -= lastAs.isPresent() ? 0 : 1;
            lastAs.ifPresent(kind -> skipped.merge(kind, -1, Integer::sum));
            bad.add(new BadRow(line, CUT_OFF));
        }
    }

    /// Whether nothing at all was found.
    boolean isEmpty() throws IOException {
        batches.finish();
        return rows == 0 && lists.isEmpty();
    }

    ReadFile result() throws IOException {
        batches.finish();
        Dialect dialect = evidence.dialect();
        Instant exportedAt = exportedAt();
        skipped.values().removeIf(count -> count == 0);
        CsvFile file = new CsvFile(
                source.file(),
                dialect.name(),
                encoding.label(),
                dialect.separator().sign(),
                Optional.of(exportedAt),
                rows,
                keptRows,
                skipped,
                bad,
                Optional.empty(),
                truncated,
                warnings);
        return new ReadFile(source, file, exportedAt, finished(dialect.separator()));
    }

    private List<ReadList> finished(Separator separator) {
        lists.values().removeIf(list -> !list.named);
        lists.values().forEach(list -> list.tracks.finish(track -> written(split(track, separator))));
        Slab finished = slab.finish();
        return lists.entrySet().stream()
                .map(list -> new ReadList(list.getKey(), list.getValue().tracks.stored(finished)))
                .toList();
    }

    private static Track split(Track track, Separator separator) {
        return Tracks.withArtists(track, Values.names(String.join("", track.artists()), separator));
    }

    /// A day in the name says it, and what was added on that day says it more precisely; else the later of the file's
    /// time and the newest `Added At`.
    private Instant exportedAt() {
        if (name.day().isEmpty()) {
            return newestAdded.filter(source.modified()::isBefore).orElse(source.modified());
        }
        LocalDate day = name.day().get();
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return newestAdded
                .filter(added -> added.atZone(ZoneOffset.UTC).toLocalDate().equals(day))
                .orElse(start);
    }
}
