package dev.segue.testkit.standin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One thing that can be asked, named as its calls are counted: `GET /v1/tracks/{id}`. Immutable.
///
/// @param method   in upper case
/// @param template a path whose segments in braces stand for anything but nothing
/// @param handler  makes the answer; may throw a [Refusal]
public record Endpoint(String method, String template, Function<Call, Answer> handler) {

    public static Endpoint of(String method, String template, Function<Call, Answer> handler) {
        return new Endpoint(method, template, handler);
    }

    /// Such as `GET /v1/tracks/{id}`.
    public String name() {
        return method + ' ' + template;
    }

    /// What stands in the places of the template, decoded; empty if `rawPath` is another path. A slash at the end
    /// makes no difference: some clients send one.
    Optional<Map<String, String>> match(String rawPath) {
        List<String> wanted = segments(template);
        List<String> given = segments(rawPath.length() > 1 ? rawPath.replaceFirst("/$", "") : rawPath);
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        var places = new LinkedHashMap<String, String>();
        for (int at = 0; at < wanted.size(); at++) {
            String segment = decoded(given.get(at));
            if (isPlace(wanted.get(at)) && !segment.isEmpty()) {
                places.put(wanted.get(at).substring(1, wanted.get(at).length() - 1), segment);
            } else if (!wanted.get(at).equals(segment)) {
                return Optional.empty();
            }
        }
        return Optional.of(places);
    }

    /// How many places there are: the fewer, the more exactly this endpoint is meant.
    long places() {
        return segments(template).stream().filter(Endpoint::isPlace).count();
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static boolean isPlace(String segment) {
        return segment.startsWith("{");
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
