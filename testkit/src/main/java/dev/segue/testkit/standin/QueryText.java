package dev.segue.testkit.standin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `name=value&name=value`, as in a URL and in a form.
final class QueryText {

    private QueryText() {}

    /// Each name with its last value.
    ///
    /// @throws Refusal 400 if it cannot be decoded
    static Map<String, String> parse(String text) {
        var last = new LinkedHashMap<String, String>();
        all(text).forEach((name, values) -> last.put(name, values.getLast()));
        return last;
    }

    /// Each name with all its values.
    ///
    /// @throws Refusal 400 if it cannot be decoded
    static Map<String, List<String>> all(String text) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters
                        .computeIfAbsent(decoded(name), none -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(400, "Bad request: " + malformed.getMessage(), malformed);
        }
    }
}
