package dev.segue.testkit.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;

/// An API of nothing but notes.
final class Notes implements Likeness {

    private final ConcurrentSkipListSet<String> notes = new ConcurrentSkipListSet<>();

    @Override
    public String name() {
        return "Notes";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of("GET", "/notes/{id}", this::note),
                Endpoint.of("GET", "/notes/all", _ -> Answer.json(200, notes)),
                Endpoint.of("PUT", "/notes/{id}", this::write));
    }

    private Answer note(Call call) {
        if (!notes.contains(call.place("id"))) {
            throw new Refusal(404, "no note " + call.place("id"));
        }
        return Answer.json(200, Map.of("id", call.place("id"), "link", call.origin() + call.path()));
    }

    private Answer write(Call call) {
        notes.add(call.place("id"));
        return Answer.empty(204);
    }

    @Override
    public Answer error(int status, String message) {
        return Answer.json(status, Map.of("problem", message));
    }

    @Override
    public void mode(JsonNode mode) {
        throw new IllegalArgumentException("there is but one mode");
    }

    @Override
    public Object state() {
        return notes;
    }

    @Override
    public void reset() {}
}
