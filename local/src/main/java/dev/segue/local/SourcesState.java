package dev.segue.local;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.fact.Wire;
import dev.segue.local.system.Part;
import dev.segue.local.system.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How the music services stand, as the running system says at `GET /sources`. Immutable.
///
/// @param apis     those that it may ask
/// @param warnings logins that are over or soon will be, and what to do
record SourcesState(List<Api> apis, List<String> warnings) {

    /// One of them.
    ///
    /// @param calls        of the last 24 hours
    /// @param budgetLeft   calls that may still be made of them, the reserve included
    /// @param blockedUntil no call goes out before, such as `2026-11-23T06:00:00Z`
    /// @param unreached    why it gave no answer of late
    record Api(String name, int calls, int budgetLeft, Optional<String> blockedUntil, Optional<String> unreached) {

        /// For people: whether it answers.
        String standing() {
            return blockedUntil
                    .map(until -> "blocked until " + until)
                    .or(() -> unreached.map(why -> "not reached: " + why))
                    .orElse("open");
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Set<String> ALARMING = Set.of("ENDS_SOON", "ENDED");
    private static final SourcesState UNKNOWN = new SourcesState(List.of(), List.of());

    SourcesState {
        apis = List.copyOf(apis);
        warnings = List.copyOf(warnings);
    }

    /// What detection-service says; nothing if it does not run or does not answer.
    static SourcesState heard(Context context) {
        Optional<Integer> port = Processes.read(context.home()).flatMap(system -> system.port(Part.DETECTION));
        return port.map(there -> ask(there, context.token())).orElse(UNKNOWN);
    }

    private static SourcesState ask(int port, Optional<String> token) {
        var get = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sources"))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE);
        token.ifPresent(secret -> get.header("Authorization", "Bearer " + secret));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return read(
                    http.send(get.build(), HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException notThere) {
            return UNKNOWN;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }

    /// What an answer of `GET /sources` says.
    static SourcesState read(String sources) {
        try {
            JsonNode state = Wire.json().readTree(sources);
            return new SourcesState(apis(state.path("apis")), warnings(state.path("logins")));
        } catch (JacksonException none) {
            return UNKNOWN;
        }
    }

    private static List<Api> apis(JsonNode states) {
        var apis = new ArrayList<Api>();
        for (JsonNode api : states) {
            if (api.path("configured").asBoolean()) {
                apis.add(new Api(
                        api.path("name").asText(),
                        api.path("callsInWindow").asInt(),
                        api.path("budgetLeft").asInt(),
                        text(api, "blockedUntil"),
                        text(api, "unreached")));
            }
        }
        return apis;
    }

    private static Optional<String> text(JsonNode api, String name) {
        return Optional.of(api.path(name).asText("")).filter(text -> !text.isEmpty());
    }

    private static List<String> warnings(JsonNode logins) {
        var warnings = new ArrayList<String>();
        for (JsonNode login : logins) {
            if (ALARMING.contains(login.path("standing").asText())) {
                warnings.add(
                        login.path("api").asText() + ": " + login.path("advice").asText("log in again"));
            }
        }
        return warnings;
    }
}
