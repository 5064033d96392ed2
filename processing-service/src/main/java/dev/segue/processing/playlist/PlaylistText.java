package dev.segue.processing.playlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.segue.library.fact.Wire;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A playlist as extended M3U in UTF-8. Its third line names the playlist as JSON text, so that after a restart it is
/// known which file is whose, and which is not ours.
final class PlaylistText {

    private static final String MARK = "#SEGUE-PLAYLIST:";
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    /// @param file    in the same folder, made from the fixed alphabet: no line of it can be a comment
    /// @param caption may be any text
    record Entry(String file, String caption, Optional<Long> seconds) {}

    private PlaylistText() {}

    static String of(String playlist, List<Entry> entries) {
        var text = new StringBuilder("#EXTM3U\n")
                .append("#PLAYLIST:")
                .append(line(playlist))
                .append('\n')
                .append(MARK)
                .append(json(playlist))
                .append('\n');
        for (Entry entry : entries) {
            text.append("#EXTINF:")
                    .append(entry.seconds().orElse(-1L))
                    .append(',')
                    .append(line(entry.caption()))
                    .append('\n')
                    .append(entry.file())
                    .append('\n');
        }
        return text.toString();
    }

    /// The playlist that a text is of; empty if we did not write it.
    static Optional<String> playlist(String text) {
        return text.lines()
                .limit(3)
                .filter(line -> line.startsWith(MARK))
                .findFirst()
                .flatMap(line -> name(line.substring(MARK.length())));
    }

    private static Optional<String> name(String json) {
        try {
            return Optional.ofNullable(Wire.json().readValue(json, String.class));
        } catch (JsonProcessingException others) {
            return Optional.empty();
        }
    }

    private static String json(String text) {
        try {
            return Wire.json().writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("text is JSON", impossible);
        }
    }

    private static String line(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
