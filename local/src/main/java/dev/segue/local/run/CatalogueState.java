package dev.segue.local.run;

import dev.segue.library.fact.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks sync-service whether the catalogue is waited for.
///
/// @param port  of sync-service, on loopback
/// @param token that it wants to see, where it wants one
public record CatalogueState(int port, Optional<String> token) implements Supplier<Optional<Waiting>> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record State(Optional<Instant> until, Optional<String> reason) {}

    /// What is waited for; empty if nothing is, or sync-service does not say.
    @Override
    public Optional<Waiting> get() {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<byte[]> answer = client.send(request(), HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200
                    ? waiting(Wire.json().readValue(answer.body(), State.class))
                    : Optional.empty();
        } catch (IOException silent) {
            return Optional.empty(); // if it is dead, that is noticed otherwise
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Waiting> waiting(State state) {
        return state.until().map(until -> new Waiting(until, state.reason().orElse("")));
    }

    private HttpRequest request() {
        HttpRequest.Builder get = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/catalogue/state"))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE);
        token.ifPresent(secret -> get.header("Authorization", "Bearer " + secret));
        return get.build();
    }
}
