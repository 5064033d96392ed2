package dev.segue.local.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// The system as its callers see it: ports of this machine, and a token.
final class Api implements AutoCloseable {

    static final int DETECTION = 8081;
    static final int SYNC = 8083;
    static final int SPOTIFY = 9101;

    private final HttpClient http = HttpClient.newHttpClient();

    HttpResponse<String> get(int port, String path) {
        return send(request(port, path).GET());
    }

    HttpResponse<String> post(int port, String path, String json) {
        return send(request(port, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> put(int port, String path, String body) {
        return send(request(port, path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + Compose.TOKEN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
