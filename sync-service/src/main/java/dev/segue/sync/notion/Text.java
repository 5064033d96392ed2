package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/// Text within Notion's limits: 2,000 UTF-16 units a piece, and 25 pieces, since no more are shown at once.
final class Text {

    private static final int PIECE = 2000;
    private static final int PIECES = 25;
    private static final int OPTION = 100;

    private Text() {}

    /// `text` in pieces, none of which ends within a character; what does not fit is cut off.
    static ArrayNode pieces(String text) {
        ArrayNode pieces = NotionApi.JSON.createArrayNode();
        int from = 0;
        while (from < text.length() && pieces.size() < PIECES) {
            String piece = start(text.substring(from), PIECE);
            pieces.addObject().put("type", "text").putObject("text").put("content", piece);
            from += piece.length();
        }
        return pieces;
    }

    /// What pieces say, as they are shown or as they were written.
    static String plain(JsonNode pieces) {
        var text = new StringBuilder();
        pieces.forEach(piece -> text.append(
                piece.path("plain_text").asText(piece.at("/text/content").asText())));
        return text.toString();
    }

    /// The name of an option: without commas, which Notion refuses there, and at most 100 long.
    static String option(String name) {
        return start(name.replaceAll("\\s*,\\s*", " ").strip(), OPTION).strip();
    }

    /// At most the first `most` UTF-16 units, and no half character at the end.
    static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
