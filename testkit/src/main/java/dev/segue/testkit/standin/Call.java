package dev.segue.testkit.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request, as an endpoint sees it. Immutable.
///
/// @param method  in upper case
/// @param path    as sent, not decoded
/// @param places  what stood in the places of the endpoint's template, decoded
/// @param query   parameters, decoded, in their order
/// @param headers by lower-case name
/// @param body    empty if there was none
/// @param origin  how the client calls this server, such as `http://127.0.0.1:9101`, for links in answers
public record Call(
        String method,
        String path,
        Map<String, String> places,
        Map<String, List<String>> query,
        Map<String, String> headers,
        Bytes body,
        String origin) {

    public Call {
        places = Map.copyOf(places);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /// What stands in a place of the endpoint's template.
    ///
    /// @throws IllegalArgumentException if the template has no such place
    public String place(String name) {
        String value = places.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no place {" + name + "} in the template of " + path);
        }
        return value;
    }

    /// A parameter; of several of one name the last.
    public Optional<String> parameter(String name) {
        return Optional.of(parameters(name)).filter(all -> !all.isEmpty()).map(List::getLast);
    }

    /// All parameters of one name.
    public List<String> parameters(String name) {
        return query.getOrDefault(name, List.of());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The fields of a form in the body.
    public Map<String, String> form() {
        return QueryText.parse(body.text());
    }

    /// The body as JSON; missing if there is none.
    ///
    /// @throws Refusal 400 if it is not JSON
    public JsonNode json() {
        if (body.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return Json.read(body);
        } catch (IOException unreadable) {
            throw new Refusal(400, "Error parsing JSON.", unreadable);
        }
    }

    Call at(Map<String, String> newPlaces) {
        return new Call(method, path, newPlaces, query, headers, body, origin);
    }
}
