package dev.segue.library.export;

import dev.segue.library.AudioFeatures;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/// Tracks as a CSV file in the form of exportify.net (`P25`), with one column more at the end, `ISRC`, by which Segue
/// knows its own files. UTF-8 is meant; lines end in LF. Safe to open in a spreadsheet.
///
/// What is absent is an empty cell. Not written, since the form has no place for it: the link of a track (that of a
/// Spotify track follows from its URI). A comma in a genre becomes a blank.
public final class PlaylistCsv {

    /// What a spreadsheet wants to see first; for a file that stands alone.
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CSVFormat BARE = CSVFormat.Builder.create()
            .setRecordSeparator('\n')
            .setQuoteMode(QuoteMode.MINIMAL)
            .get();
    private static final CSVFormat QUOTED =
            CSVFormat.Builder.create(BARE).setQuoteMode(QuoteMode.ALL).get();
    private static final int LAST_YEAR = 9999;

    /// @param text whether it is text of the outside: quoted, as exportify.net does
    private record Column(String label, boolean text, Function<Track, String> cell) {}

    private static final List<Column> COLUMNS = List.of(
            bare("Track URI", IdCell::of),
            text("Track Name", track -> CellText.written(track.title().orElse(""))),
            text("Album Name", track -> CellText.written(track.album().orElse(""))),
            text("Artist Name(s)", track -> CellText.writtenNames(track.artists())),
            bare(
                    "Release Date",
                    track -> track.releaseDate().map(ReleaseDate::text).orElse("")),
            bare("Duration (ms)", track -> number(track.duration().map(Duration::toMillis))),
            bare("Popularity", track -> number(track.popularity())),
            bare("Explicit", track -> track.explicit().map(String::valueOf).orElse("")),
            bare("Added By", _ -> ""),
            bare("Added At", track -> moment(track.addedAt())),
            text("Genres", track -> CellText.written(genres(track))),
            text("Record Label", track -> CellText.written(track.label().orElse(""))),
            feature("Danceability", AudioFeatures::danceability),
            feature("Energy", AudioFeatures::energy),
            feature("Key", AudioFeatures::key),
            feature("Loudness", AudioFeatures::loudness),
            feature("Mode", AudioFeatures::mode),
            feature("Speechiness", AudioFeatures::speechiness),
            feature("Acousticness", AudioFeatures::acousticness),
            feature("Instrumentalness", AudioFeatures::instrumentalness),
            feature("Liveness", AudioFeatures::liveness),
            feature("Valence", AudioFeatures::valence),
            feature("Tempo", AudioFeatures::tempo),
            feature("Time Signature", AudioFeatures::timeSignature),
            bare("ISRC", track -> CellText.written(track.isrc().orElse(""))));

    private PlaylistCsv() {}

    /// Writes the header and a row for each of `tracks`.
    ///
    /// @throws IOException if `out` does not take it
    public static void write(Iterable<Track> tracks, Appendable out) throws IOException {
        for (int at = 0; at < COLUMNS.size(); at++) {
            BARE.print(COLUMNS.get(at).label(), out, at == 0);
        }
        BARE.println(out);
        for (Track track : tracks) {
            for (int at = 0; at < COLUMNS.size(); at++) {
                Column column = COLUMNS.get(at);
                (column.text() ? QUOTED : BARE).print(column.cell().apply(track), out, at == 0);
            }
            BARE.println(out);
        }
    }

    private static Column bare(String label, Function<Track, String> cell) {
        return new Column(label, false, cell);
    }

    private static Column text(String label, Function<Track, String> cell) {
        return new Column(label, true, cell);
    }

    private static Column feature(String label, Function<AudioFeatures, Optional<? extends Number>> feature) {
        return bare(label, track -> number(track.features().flatMap(feature)));
    }

    /// Plain decimals, without an exponent: all readers understand them.
    private static String number(Optional<? extends Number> number) {
        return number.map(value -> new BigDecimal(value.toString()).toPlainString())
                .orElse("");
    }

    /// ISO 8601 has a sign before years of five digits, and the start of 1970 means that nobody knows.
    private static String moment(Optional<Instant> moment) {
        return moment.filter(at -> at.atOffset(ZoneOffset.UTC).getYear() <= LAST_YEAR && at.isAfter(Instant.EPOCH))
                .map(Instant::toString)
                .orElse("");
    }

    private static String genres(Track track) {
        return track.genres().stream().map(genre -> genre.replace(',', ' ')).collect(Collectors.joining(","));
    }
}
