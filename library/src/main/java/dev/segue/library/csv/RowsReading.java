package dev.segue.library.csv;

import dev.segue.library.Track;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads all rows under a known header. One use, one thread.
final class RowsReading {

    private static final String CUT_OFF = "cut off: the file ends in the middle of this row";
    private static final int MOST_BAD_ROWS = 10_000;

    private final Source source;
    private final Encoding encoding;
    private final Header header;
    private final Values values;
    private final Dialect.Evidence evidence;
    private final TrackRow.Reading rowReading;

    private final List<ReadFile.Kept> kept = new ArrayList<>();
    private final Map<CsvFile.Skipped, Integer> skipped = new EnumMap<>(CsvFile.Skipped.class);
    private final List<BadRow> bad = new ArrayList<>();
    private Instant exportedAt;
    private int rowCount;
    /// tracks that were read before the dialect was settled
    private int unsettled;
    private int cellsOfLast = Integer.MAX_VALUE;
    private boolean truncated;

    RowsReading(Source source, Encoding encoding, Format format, Header header, SharedValues shared) {
        this.source = source;
        this.encoding = encoding;
        this.header = header;
        this.values = new Values(shared);
        this.exportedAt = source.modified();
        this.evidence = new Dialect.Evidence(format, source.file());
        this.rowReading = new TrackRow.Reading(header, format, evidence, values);
    }

    ReadFile read(Rows rows, ReplayReader text) throws IOException {
        Optional<Rows.Row> row = rows.next();
        while (row.isPresent()) {
            rowCount++;
            take(row.get(), rows);
            if (bad.size() > MOST_BAD_ROWS) {
                throw new IOException("more than " + MOST_BAD_ROWS + " bad rows; the first is line "
                        + bad.getFirst().line() + ": " + bad.getFirst().why());
            }
            row = rows.next();
        }
        if (!text.endsInLineBreak() && cellsOfLast < header.size()) {
            truncated = true;
            dropCutOff(rows);
        }
        return result();
    }

    private void take(Rows.Row row, Rows rows) {
        switch (row) {
            case Rows.Row.Read read -> {
                cellsOfLast = read.cells().size();
                take(rowReading.read(read.cells()), rows);
            }
            case Rows.Row.Broken broken -> {
                cellsOfLast = Integer.MAX_VALUE;
                truncated = broken.cutOff();
                bad.add(new BadRow(broken.line(), truncated ? CUT_OFF : broken.why()));
            }
        }
    }

    private void take(TrackRow row, Rows rows) {
        switch (row) {
            case TrackRow.Kept(Track track) -> keep(track);
            case TrackRow.NoTrack(CsvFile.Skipped kind) -> skipped.merge(kind, 1, Integer::sum);
            case TrackRow.Bad(String why) -> bad.add(new BadRow(rows.line(), why));
        }
    }

    private void keep(Track track) {
        kept.add(new ReadFile.Kept(rowCount, track));
        unsettled += evidence.settled() ? 0 : 1;
        track.addedAt().filter(exportedAt::isBefore).ifPresent(newer -> exportedAt = newer);
    }

    /// The last row is short and the file ends in it: it counts only if its id and title are there.
    private void dropCutOff(Rows rows) {
        long line = rows.line();
        if (!bad.isEmpty() && bad.getLast().line() == line) {
            bad.set(bad.size() - 1, new BadRow(line, CUT_OFF));
        } else if (!kept.isEmpty()
                && kept.getLast().row() == rowCount
                && kept.getLast().track().title().isEmpty()) {
            kept.removeLast();
            bad.add(new BadRow(line, CUT_OFF));
        }
    }

    private ReadFile result() {
        Dialect dialect = evidence.dialect();
        kept.subList(0, Math.min(unsettled, kept.size()))
                .replaceAll(row -> new ReadFile.Kept(row.row(), split(row.track(), dialect.separator())));
        CsvFile file = new CsvFile(
                source.file(),
                dialect.name(),
                encoding.label(),
                dialect.separator().sign(),
                Optional.of(exportedAt),
                rowCount,
                kept.size(),
                skipped,
                bad,
                Optional.empty(),
                truncated);
        return new ReadFile(file, exportedAt, List.copyOf(kept));
    }

    private Track split(Track track, Separator separator) {
        return Tracks.withArtists(track, values.names(String.join("", track.artists()), separator));
    }
}
