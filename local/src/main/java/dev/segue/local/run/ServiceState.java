package dev.segue.local.run;

import dev.segue.library.fact.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// Asks a service how it stands.
///
/// @param port  of the service, on loopback
/// @param token that it wants to see, where it wants one
record ServiceState(int port, Optional<String> token) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// What it says at `path`; empty if it says nothing: if it is dead, that is noticed otherwise.
    ///
    /// @param type a record with what counts of it
    <T> Optional<T> at(String path, Class<T> type) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<byte[]> answer = client.send(get(path), HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200
                    ? Optional.of(Wire.json().readValue(answer.body(), type))
                    : Optional.empty();
        } catch (IOException silent) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private HttpRequest get(String path) {
        HttpRequest.Builder get = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE);
        token.ifPresent(secret -> get.header("Authorization", "Bearer " + secret));
        return get.build();
    }
}
