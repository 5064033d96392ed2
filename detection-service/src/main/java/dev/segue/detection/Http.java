package dev.segue.detection;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Calls over HTTP, within limits of time and size; redirects are not followed. Thread-safe.
public final class Http {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 16L << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /// The answer, whole.
    ///
    /// @throws IOException if there is no answer, or one that is too slow or too long
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        return send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    }

    /// The same for what may be long: its body is read as it comes, and must be closed.
    ///
    /// @throws IOException if there is no answer, or one that is too slow
    public HttpResponse<InputStream> open(HttpRequest request) throws IOException {
        return send(request, BodyHandlers.ofInputStream());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) throws IOException {
        try {
            return client.send(request, body);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }
}
