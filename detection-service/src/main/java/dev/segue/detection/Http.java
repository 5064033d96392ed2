package dev.segue.detection;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls over HTTP, within limits of time and size; redirects are not followed. Thread-safe.
///
/// The client's own limit of a request ends when the answer's headers are there; these hold for all of it. Its
/// asynchronous calls end on the common pool, which on two cores has one thread: who waits for an answer there, or for
/// somebody who does, would wait in vain. So each call is made by a thread of its own.
public final class Http {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 16L << 20;

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Duration patience;

    public Http() {
        this(PATIENCE);
    }

    /// For a test.
    Http(Duration patience) {
        this.patience = patience;
    }

    /// The answer, whole.
    ///
    /// @throws IOException if there is no answer, or one that is too slow or too long
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        return await(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    }

    /// An answer of which more is to come.
    ///
    /// @param body to be read as it comes, and closed; one that stalls ends with an [IOException]
    public record Opened(HttpResponse<InputStream> response, InputStream body) {}

    /// The same for what may be long.
    ///
    /// @throws IOException if there is no answer, or one that is too slow
    public Opened open(HttpRequest request) throws IOException {
        HttpResponse<InputStream> response = await(request, BodyHandlers.ofInputStream());
        return new Opened(response, new FlowingStream(response.body(), patience));
    }

    private <T> HttpResponse<T> await(HttpRequest request, BodyHandler<T> body) throws IOException {
        Future<HttpResponse<T>> answer = THREADS.submit(() -> client.send(request, body));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            var late = new HttpTimeoutException("no whole answer within " + patience);
            late.initCause(slow);
            throw late;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException away) {
                throw away;
            }
            throw new IOException(failure.getCause());
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }
}
