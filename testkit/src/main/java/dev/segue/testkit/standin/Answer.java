package dev.segue.testkit.standin;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is sent back. Immutable.
///
/// @param headers by name
/// @param body    [Bytes#NONE] for none
public record Answer(int status, Map<String, String> headers, Bytes body) {

    private static final String JSON_TYPE = "application/json; charset=utf-8";

    public Answer {
        headers = Map.copyOf(headers);
    }

    /// `body` written as JSON, UTF-8; nulls in it are written.
    public static Answer json(int status, Object body) {
        return new Answer(status, Map.of("Content-Type", JSON_TYPE), Json.write(body));
    }

    public static Answer of(int status, String type, Bytes body) {
        return new Answer(status, Map.of("Content-Type", type), body);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), Bytes.NONE);
    }

    /// A control call was understood and carried out: 200 and an empty object.
    public static Answer done() {
        return json(200, Json.object());
    }

    public static Answer redirect(String location) {
        return empty(302).with("Location", location);
    }

    /// This answer with one header more, or another value of it.
    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
