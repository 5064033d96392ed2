package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;

/// Text with its looks: at most 100 pieces of at most 2,000 UTF-16 units each.
final class RichText {

    static final int MOST = 100;
    static final int LONGEST = 2000;
    private static final int LONGEST_EQUATION = 1000;

    private RichText() {}

    static ArrayNode of(String text) {
        ArrayNode pieces = Json.array();
        if (!text.isEmpty()) {
            pieces.add(piece(text, Json.object()));
        }
        return pieces;
    }

    static String plain(JsonNode pieces) {
        var text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.path("plain_text").asText()));
        return text.toString();
    }

    /// What was sent, as it is kept.
    ///
    /// @param where such as `properties.Name.title`
    /// @throws Problem if Notion would refuse it
    static ArrayNode read(JsonNode sent, String where) {
        if (!sent.isArray()) {
            throw Problem.badBody(where + " should be an array, instead was `" + sent + "`.");
        }
        atMost(sent.size(), MOST, where + ".length");
        ArrayNode pieces = Json.array();
        for (int at = 0; at < sent.size(); at++) {
            pieces.add(piece(sent.get(at), where + '[' + at + ']'));
        }
        return pieces;
    }

    private static ObjectNode piece(JsonNode sent, String where) {
        if (sent.path("equation").isObject()) {
            return equation(sent, where + ".equation.expression");
        }
        JsonNode content = sent.path("text").path("content");
        if (!content.isTextual()) {
            throw Problem.badBody(where + ".text should be defined, instead was `undefined`.");
        }
        atMost(content.asText().length(), LONGEST, where + ".text.content.length");
        atMost(sent.at("/text/link/url").asText().length(), LONGEST, where + ".text.link.url.length");
        wholeCharacters(content.asText(), where + ".text.content");
        return piece(content.asText(), sent);
    }

    private static ObjectNode equation(JsonNode sent, String where) {
        String expression = sent.at("/equation/expression").asText();
        atMost(expression.length(), LONGEST_EQUATION, where + ".length");
        ObjectNode piece = Json.object().put("type", "equation");
        piece.putObject("equation").put("expression", expression);
        return annotated(piece, sent).put("plain_text", expression).putNull("href");
    }

    private static ObjectNode piece(String content, JsonNode sent) {
        ObjectNode piece = Json.object().put("type", "text");
        JsonNode link = sent.path("text").path("link");
        piece.putObject("text")
                .put("content", content)
                .set("link", link.isObject() ? link : Json.object().nullNode());
        return annotated(piece, sent)
                .put("plain_text", content)
                .put("href", link.path("url").textValue());
    }

    private static ObjectNode annotated(ObjectNode piece, JsonNode sent) {
        ObjectNode looks = piece.putObject("annotations");
        for (String look : new String[] {"bold", "italic", "strikethrough", "underline", "code"}) {
            looks.put(look, sent.path("annotations").path(look).asBoolean(false));
        }
        looks.put("color", sent.path("annotations").path("color").asText("default"));
        return piece;
    }

    static void atMost(int number, int most, String where) {
        if (number > most) {
            throw Problem.badBody(where + " should be ≤ `" + most + "`, instead was `" + number + "`.");
        }
    }

    static void wholeCharacters(String text, String where) {
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw Problem.badBody(where + " should be well-formed unicode.");
        }
    }
}
