package dev.segue.library.csv;

import dev.segue.library.Track;
import dev.segue.library.store.ByteWriter;
import dev.segue.library.store.IdTable;
import dev.segue.library.store.Slab;
import dev.segue.library.store.SlabWriter;
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
    private final class Growing {
        private final ListWriter tracks = new ListWriter(slab, run);
        private final IdTable seen = new IdTable(0);
        /// whether it has tracks, or is known to be a list without any
        private boolean named;
        private int rows;
    }

    private final Source source;
    private final Encoding encoding;
    private final ExportName name;
    private final Header header;
    private final Values values;
    private final Dialect.Evidence evidence;
    private final RowReading rowReading;

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
    private boolean truncated;

    Gathering(Source source, Encoding encoding, Format format, Header header, Values values) {
        this.source = source;
        this.encoding = encoding;
        this.name = ExportName.of(source.path());
        this.header = header;
        this.values = values;
        this.evidence = new Dialect.Evidence(format, source.file());
        this.rowReading = new RowReading(header, format, evidence, values);
        if (!header.has(Column.PLAYLIST)) {
            lists.put(name.list(), current);
            current.named = true;
        }
    }

    /// Takes a row.
    ///
    /// @param line where it starts; asked for only if the row is bad
    /// @throws IOException if there are too many bad ones
    void take(List<String> cells, LongSupplier line) throws IOException {
        if (header.has(Column.PLAYLIST)) {
            current = lists.computeIfAbsent(listOf(cells), _ -> new Growing());
        }
        rows++;
        current.rows++;
        switch (rowReading.read(cells)) {
            case TrackRow.Kept(Track track, boolean local) -> keep(track, local);
            case TrackRow.NoTrack(CsvFile.Skipped kind) -> skip(kind);
            case TrackRow.Bad(String why) -> addBad(line.getAsLong(), why);
        }
    }

    /// Takes a row that could not be read.
    void takeBroken(long line, String why) throws IOException {
        rows++;
        current.rows++;
        addBad(line, why);
    }

    /// Makes a list known that may have no rows.
    void takeList(String playlist) {
        lists.computeIfAbsent(ListName.of(playlist), _ -> new Growing()).named = true;
    }

    private ListName listOf(List<String> cells) {
        String playlist = header.cell(cells, Column.PLAYLIST);
        if (header.cell(cells, Column.TYPE).equalsIgnoreCase("Favorite")) {
            return ListName.likedSongs();
        }
        return playlist.isEmpty() ? name.list() : ListName.of(playlist);
    }

    private void keep(Track track, boolean local) {
        current.named = true;
        current.tracks.add(new ReadList.Kept(current.rows, track), evidence.settled());
        boolean isNew = !local && current.seen.add(track.id()) == IdTable.NONE;
        lastAs = isNew ? Optional.empty() : Optional.of(local ? CsvFile.Skipped.LOCAL : CsvFile.Skipped.DUPLICATE);
        keptRows += isNew ? 1 : 0;
        lastAs.ifPresent(this::skip);
        if (track.addedAt().isPresent()
                && (newestAdded.isEmpty() || track.addedAt().get().isAfter(newestAdded.get()))) {
            newestAdded = track.addedAt();
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
    void dropCutOff(long line) {
        truncated = true;
        if (!bad.isEmpty() && bad.getLast().line() == line) {
            bad.set(bad.size() - 1, new BadRow(line, CUT_OFF));
        } else if (current.tracks.last().filter(this::isCutOff).isPresent()) {
            current.tracks.removeLast();
            keptRows -= lastAs.isPresent() ? 0 : 1;
            lastAs.ifPresent(kind -> skipped.merge(kind, -1, Integer::sum));
            bad.add(new BadRow(line, CUT_OFF));
        }
    }

    private boolean isCutOff(ReadList.Kept last) {
        return last.row() == current.rows && last.track().title().isEmpty();
    }

    /// Whether nothing at all was found.
    boolean isEmpty() {
        return rows == 0 && lists.isEmpty();
    }

    ReadFile result() {
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
        lists.values().forEach(list -> list.tracks.finish(track -> split(track, separator)));
        Slab finished = slab.finish();
        return lists.entrySet().stream()
                .map(list -> new ReadList(list.getKey(), list.getValue().tracks.stored(finished)))
                .toList();
    }

    private Track split(Track track, Separator separator) {
        return Tracks.withArtists(track, values.names(String.join("", track.artists()), separator));
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
