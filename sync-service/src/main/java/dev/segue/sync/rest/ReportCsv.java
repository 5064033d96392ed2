package dev.segue.sync.rest;

import dev.segue.library.TrackId;
import dev.segue.library.export.CellText;
import dev.segue.library.export.PlaylistCsv;
import dev.segue.sync.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/// Findings as a CSV file, safe to open in a spreadsheet: no cell is taken for a formula.
final class ReportCsv {

    static final String TYPE = "text/csv;charset=UTF-8;header=present";

    private static final CSVFormat FORMAT = CSVFormat.Builder.create()
            .setHeader("kind", "track", "title", "page", "field", "catalogue", "known", "outcome", "advice")
            .setRecordSeparator("\r\n")
            .setQuoteMode(QuoteMode.ALL) // elsewhere a semicolon separates cells
            .get();

    private ReportCsv() {}

    static String of(List<Finding> findings) {
        var text = new StringBuilder(PlaylistCsv.BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(text, FORMAT)) {
            for (Finding finding : findings) {
                csv.printRecord(
                        finding.kind(),
                        cell(finding.track().map(TrackId::toString)),
                        cell(finding.title()),
                        cell(finding.page()),
                        cell(finding.field()),
                        cell(finding.catalogue()),
                        cell(finding.known()),
                        cell(finding.outcome().map(Enum::name)),
                        cell(finding.advice()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String cell(Optional<String> text) {
        return CellText.written(text.orElse(""));
    }
}
