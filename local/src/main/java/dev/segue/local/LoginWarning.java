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

/// A login that is over or soon will be, as the running system says. Immutable.
///
/// @param line what is wrong, and what to do
record LoginWarning(String line) {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Set<String> ALARMING = Set.of("ENDS_SOON", "ENDED");

    /// What detection-service warns of; nothing if it does not run or does not answer.
    static List<LoginWarning> heard(Context context) {
        Optional<Integer> port = Processes.read(context.home()).flatMap(system -> system.port(Part.DETECTION));
        return port.map(there -> ask(there, context.token())).orElse(List.of());
    }

    private static List<LoginWarning> ask(int port, Optional<String> token) {
        var get = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sources"))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE);
        token.ifPresent(secret -> get.header("Authorization", "Bearer " + secret));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return read(
                    http.send(get.build(), HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException notThere) {
            return List.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /// The warnings in an answer of `GET /sources`.
    static List<LoginWarning> read(String sources) {
        var warnings = new ArrayList<LoginWarning>();
        try {
            for (JsonNode login : Wire.json().readTree(sources).path("logins")) {
                if (ALARMING.contains(login.path("standing").asText())) {
                    warnings.add(new LoginWarning(login.path("api").asText() + ": "
                            + login.path("advice").asText("log in again")));
                }
            }
        } catch (JacksonException none) {
            return List.of();
        }
        return warnings;
    }
}
