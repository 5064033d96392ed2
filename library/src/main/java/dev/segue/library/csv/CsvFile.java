package dev.segue.library.csv;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of one file of a backup. Immutable. `rows` = `kept` + all `skipped` + all `bad`.
///
/// @param file       its path inside the backup directory, with `/`
/// @param format     short name such as `P25`; `?` if unreadable
/// @param encoding   such as `UTF-8`
/// @param separator  between artists in one cell: `;`, `,` or `, `; empty if unreadable
/// @param exportedAt when it was exported: the later of the file's time and its newest `Added At`
/// @param rows       data rows in it
/// @param kept       rows that are tracks
/// @param skipped    rows that are no tracks, by kind
/// @param bad        rows that could not be read
/// @param unreadable why nothing of it could be read; absent if it was
/// @param truncated  whether its end is missing: the last row is cut off
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
        boolean truncated) {

    /// Kinds of rows that are no tracks.
    public enum Skipped {
        /// a podcast episode
        @JsonProperty("episode")
        EPISODE,
        /// a track that its source has removed: an empty row
        @JsonProperty("removed")
        REMOVED
    }

    public CsvFile {
        skipped = Map.copyOf(skipped);
        bad = List.copyOf(bad);
    }
}
