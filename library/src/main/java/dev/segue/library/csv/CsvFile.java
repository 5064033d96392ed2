package dev.segue.library.csv;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What became of one file of a backup. Immutable. `rows` = `kept` + all `skipped` + all `bad`.
///
/// @param file       its path inside the backup, with `/`; one inside a zip has the zip's name before it
/// @param format     short name such as `P25`; `?` if unreadable
/// @param encoding   such as `UTF-8`
/// @param separator  between artists in one cell: `;`, `,` or `, `; empty if there is none, or if unreadable
/// @param exportedAt when it was exported: the day in its name, or else the later of the file's time and its newest
///                   `Added At`
/// @param rows       data rows in it
/// @param kept       rows that are tracks of a source; each track once in each playlist of the file
/// @param skipped    rows that give no such track, by kind
/// @param bad        rows that could not be read
/// @param unreadable why nothing of it could be read; absent if it was
/// @param truncated  whether its end is missing: the last row is cut off
/// @param warnings   what else a person should know of it
public record CsvFile(
        String file,
        String format,
        String encoding,
        String separator,
        Optional<Instant> exportedAt,
        int rows,
        int kept,
        Map<Skipped, Integer> skipped,
        List<BadRow> bad,
        Optional<String> unreadable,
        boolean truncated,
        List<String> warnings) {

    /// Kinds of rows that give no track of a source.
    public enum Skipped {
        /// a file on somebody's disk, by its `spotify:local:` URI: in the library and in its playlist under a `local:`
        /// id, but no source is ever asked for it
        @JsonProperty("local")
        LOCAL,
        /// a podcast episode
        @JsonProperty("episode")
        EPISODE,
        /// a track that its source has removed: an empty row
        @JsonProperty("removed")
        REMOVED,
        /// a track that stands further up in the same playlist: the playlist has it at both places
        @JsonProperty("duplicate")
        DUPLICATE,
        /// a saved album
        @JsonProperty("album")
        ALBUM,
        /// a followed artist
        @JsonProperty("artist")
        ARTIST
    }

    /// A file of which nothing could be read.
    static CsvFile unreadable(String file, String why) {
        return new CsvFile(
                file, "?", "?", "", Optional.empty(), 0, 0, Map.of(), List.of(), Optional.of(why), false, List.of());
    }

    /// The same with the warning `start` + `end` instead of any that starts so.
    CsvFile warned(String start, String end) {
        Stream<String> others = warnings.stream().filter(warning -> !warning.startsWith(start));
        List<String> more = Stream.concat(others, Stream.of(start + end)).toList();
        return new CsvFile(
                file, format, encoding, separator, exportedAt, rows, kept, skipped, bad, unreadable, truncated, more);
    }

    /// The same, `count` of its tracks being duplicates.
    CsvFile withDuplicates(int count) {
        if (count == 0) {
            return this;
        }
        Map<Skipped, Integer> all = new EnumMap<>(Skipped.class);
        all.putAll(skipped);
        all.merge(Skipped.DUPLICATE, count, Integer::sum);
        return new CsvFile(
                file,
                format,
                encoding,
                separator,
                exportedAt,
                rows,
                kept - count,
                all,
                bad,
                unreadable,
                truncated,
                warnings);
    }

    public CsvFile {
        skipped = Map.copyOf(skipped);
        bad = List.copyOf(bad);
        warnings = List.copyOf(warnings);
    }
}
