package dev.segue.testkit.eagle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Durations;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Likeness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How Eagle's API behaves.
final class EagleLikeness implements Likeness {

    private final Items items;

    EagleLikeness(Items items) {
        this.items = items;
    }

    @Override
    public String name() {
        return "Eagle";
    }

    @Override
    public List<Endpoint> endpoints() {
        return Stream.concat(new Newer(items).endpoints().stream(), new Older(items).endpoints().stream())
                .toList();
    }

    @Override
    public Answer error(int status, String message) {
        return Answer.json(status, Json.object().put("status", "error").put("message", message));
    }

    /// From another machine the token is wanted, in either place that clients put it.
    @Override
    public Optional<Answer> refusal(Call call, String endpoint) {
        String token = items.mode().token();
        boolean shown = token.isEmpty()
                || call.parameter("token").filter(token::equals).isPresent()
                || call.header("Authorization")
                        .filter(("Bearer " + token)::equals)
                        .isPresent();
        return shown ? Optional.empty() : Optional.of(error(401, "Unauthorized"));
    }

    /// `{"version": 1, "library": "Music", "delay": "5s", "token": ""}`; what is not said stays.
    @Override
    public void mode(JsonNode mode) {
        Items.Mode now = items.mode();
        int version = mode.path("version").asInt(now.version());
        if (version != 1 && version != 2) {
            throw new IllegalArgumentException("version is 1 or 2");
        }
        items.mode(new Items.Mode(
                version,
                mode.path("library").asText(now.library()),
                mode.hasNonNull("delay") ? Durations.parse(mode.get("delay").asText()) : now.delay(),
                mode.path("token").asText(now.token())));
    }

    @Override
    public Object state() {
        return Map.of("library", items.mode().library(), "items", items.visible(), "folders", items.folders());
    }

    @Override
    public void reset() {
        // nothing is counted here; items stay
    }
}
