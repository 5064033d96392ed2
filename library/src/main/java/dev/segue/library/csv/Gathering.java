package dev.segue.library.csv;

import dev.segue.library.Track;
import dev.segue.library.store.ByteReader;
import dev.segue.library.store.ByteWriter;
import dev.segue.library.store.Slab;
import dev.segue.library.store.SlabWriter;
import dev.segue.library.store.TrackDraft;
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
        /// whether it has tracks, or is known to be a list without any
        private boolean named;
        private int rows;
    }

    private final Source source;
    private final Encoding encoding;
    private final ExportName name;
    private final Dialect.Evidence evidence;
    private final RowReading rowReading;
    private final RowBatches batches;

    private final SlabWriter slab = new SlabWriter();
    /// tracks as they seem to be, as long as the dialect is not settled
    private final SlabWriter unsettled = new SlabWriter();
    private final TrackDraft draft = new TrackDraft();
    private final ByteWriter run = new ByteWriter();
    private final Map<ListName, Growing> lists = new LinkedHashMap<>();
    private final Map<CsvFile.Skipped, Integer> skipped = new EnumMap<>(CsvFile.Skipped.class);
    private final List<BadRow> bad = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Growing current = new Growing();
    private Optional<Instant> newestAdded = Optional.empty();
    private int rows;
    private int keptRows;
    /// the row of the last track in its list, and whether it has a title, and is a file on somebody's disk
    private int lastKept;
    private boolean lastTitled;
    private boolean lastLocal;
    private boolean truncated;

    Gathering(Source source, Encoding encoding, Format format, Header header) {
        this.source = source;
        this.encoding = encoding;
        this.name = ExportName.of(source.path());
        this.evidence = new Dialect.Evidence(format, source.file());
        this.rowReading = new RowReading(header, format, evidence, name.list());
        this.truncated = encoding.isCut();
        this.batches = new RowBatches(rowReading, packed -> add(packed, 0));
        if (encoding == Encoding.WINDOWS_1252) {
            warn("not UTF-8: read as Windows-1252, so letters with accents may be wrong");
        } else if (encoding == Encoding.UTF_8_DAMAGED) {
            warn("not UTF-8 throughout: what is no character there is read as \uFFFD");
        }
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
        begin(rowReading.list(cells));
        switch (rowReading.read(cells, draft)) {
            case TrackRow.Kept(boolean local) -> {
                draft.write(run.clear());
                if (evidence.settled()) {
                    current.tracks.add(current.rows, slab.add(run), local);
                } else {
                    current.tracks.addUnsettled(current.rows, unsettled.add(run), local);
                }
                keep(local, draft.isTitled());
                newestAdded = PackedRows.later(newestAdded, draft.addedAt());
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
            begin(Optional.empty());
            addBad(line, why);
        }
    }

    /// Whether no later row can change what a row means.
    boolean isSettled() {
        return evidence.settled();
    }

    /// Reads rows of this file, as soon as it [#isSettled()]; thread-safe from then on.
    RowReading rowReading() {
        return rowReading;
    }

    /// Takes rows that were read elsewhere, after all those that were taken before.
    ///
    /// @param linesBefore what is added to their lines
    void take(PackedRows packed, long linesBefore) throws IOException {
        batches.finish();
        add(packed, linesBefore);
    }

    private void add(PackedRows packed, long linesBefore) throws IOException {
        int base = slab.adopt(packed.slab());
        newestAdded = PackedRows.later(newestAdded, packed.newestAdded());
        packed.forEach(new PackedRows.Taker() {
            @Override
            public void plain(int address) {
                begin(Optional.empty());
                current.tracks.add(current.rows, base + address, false);
                keep(false, true);
            }

            @Override
            public void special(PackedRows.Row row) throws IOException {
                begin(row.list());
                switch (row.found()) {
                    case PackedRows.Found.Stored(int address, boolean local, boolean titled) -> {
                        current.tracks.add(current.rows, base + address, local);
                        keep(local, titled);
                    }
                    case PackedRows.Found.NoTrack(CsvFile.Skipped kind) -> skip(kind);
                    case PackedRows.Found.Bad(long line, String why) -> addBad(linesBefore + line, why);
                }
            }
        });
    }

    private void begin(Optional<ListName> list) {
        if (list.isPresent()) {
            current = lists.computeIfAbsent(list.get(), _ -> new Growing());
        }
        rows++;
        current.rows++;
    }

    /// Makes a list known that may have no rows.
    void takeList(String playlist) throws IOException {
        batches.finish();
        lists.computeIfAbsent(rowReading.listCalled(playlist), _ -> new Growing()).named = true;
    }

    private void keep(boolean local, boolean titled) {
        current.named = true;
        lastKept = current.rows;
        lastTitled = titled;
        lastLocal = local;
        count(1);
    }

    /// Counts the last track, or takes it back.
    private void count(int tracks) {
        keptRows += lastLocal ? 0 : tracks;
        if (lastLocal) {
            skipped.merge(CsvFile.Skipped.LOCAL, tracks, Integer::sum);
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
            count(-1);
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
        Slab seeming = unsettled.finish();
        lists.values().forEach(list -> list.tracks.finish(address -> settled(seeming.at(address), separator)));
        Slab finished = slab.finish();
        return lists.entrySet().stream()
                .map(list -> new ReadList(list.getKey(), list.getValue().tracks.stored(finished)))
                .toList();
    }

    private int settled(ByteReader from, Separator separator) {
        Track track = TrackForm.read(from);
        List<String> artists = Values.names(String.join("", track.artists()), separator);
        TrackForm.write(Tracks.withArtists(track, artists), run.clear());
        return slab.add(run);
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
