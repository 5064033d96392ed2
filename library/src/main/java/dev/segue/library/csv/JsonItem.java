package dev.segue.library.csv;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The values of one JSON object that matter, by their paths, such as `track.album.name`. Everything else is passed
/// over as it is read, so that an object may be of any size.
///
/// @param values of several at the same path, all, with [#BETWEEN] between them
record JsonItem(Map<String, String> values) {

    /// Stands between several values.
    static final char BETWEEN = '\u001F';

    private static final int LONGEST = 10_000;

    /// Reads the object that `parser` has just entered.
    ///
    /// @param wanted the paths that matter
    static JsonItem read(JsonParser parser, Set<String> wanted) throws IOException {
        Map<String, String> values = new HashMap<>();
        object(parser, "", wanted, values);
        return new JsonItem(values);
    }

    private static void object(JsonParser parser, String prefix, Set<String> wanted, Map<String, String> values)
            throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String path = prefix + parser.currentName();
            parser.nextToken();
            value(parser, path, wanted, values);
        }
    }

    private static void value(JsonParser parser, String path, Set<String> wanted, Map<String, String> values)
            throws IOException {
        JsonToken token = parser.currentToken();
        boolean isWanted = wanted.contains(path);
        if (token.isScalarValue()) {
            if (isWanted && token != JsonToken.VALUE_NULL) {
                values.merge(path, parser.getText(), JsonItem::joined);
            }
        } else if (!isWanted && wanted.stream().noneMatch(one -> one.startsWith(path + '.'))) {
            parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
            object(parser, path + '.', wanted, values);
        } else {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser, path, wanted, values);
            }
        }
    }

    private static String joined(String some, String more) {
        return some.length() > LONGEST ? some : some + BETWEEN + more;
    }

    /// The value at the first of `paths` that has one; empty text if none has.
    String at(String... paths) {
        for (String path : paths) {
            String value = values.getOrDefault(path, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
