package dev.segue.library.csv;

import java.io.IOException;
import java.util.Optional;

/// Reads all rows under a known header.
///
/// @param rows what is left of the file
/// @param text what they are read from
record RowsReading(Rows rows, ReplayReader text, Header header, Gathering gathering) {

    ReadFile read() throws IOException {
        int cellsOfLast = Integer.MAX_VALUE;
        boolean cutOff = false;
        Optional<Rows.Row> row = rows.next();
        while (row.isPresent()) {
            switch (row.get()) {
                case Rows.Row.Read read -> {
                    cellsOfLast = read.cells().size();
                    gathering.take(read.cells(), rows::line);
                }
                case Rows.Row.Broken broken -> {
                    cellsOfLast = Integer.MAX_VALUE;
                    cutOff = broken.cutOff();
                    gathering.takeBroken(broken.line(), cutOff ? Gathering.CUT_OFF : broken.why());
                }
            }
            row = rows.next();
        }
        if (cutOff) {
            gathering.truncate();
        }
        if (!text.endsInLineBreak() && cellsOfLast < header.size()) {
            gathering.dropCutOff(rows.line());
        }
        return gathering.result();
    }
}
