package dev.segue.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A server that says how much will come, and sends ten bytes of it.
@Timeout(30)
class HttpTest {

    private static final String BEGINNING = "0123456789";

    private final Http http = new Http(Duration.ofSeconds(3));
    private final Http patient = new Http(Duration.ofSeconds(20));
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/stalls", exchange -> send(exchange, 5_000, true));
        server.createContext("/whole", exchange -> send(exchange, BEGINNING.length(), false));
        server.start();
    }

    private void send(HttpExchange exchange, long length, boolean stalls) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write(BEGINNING.getBytes(UTF_8));
            exchange.getResponseBody().flush();
            if (stalls) {
                over.await();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.close();
    }

    @Test
    void answerComesAlthoughTheCommonPoolIsBusy() throws IOException {
        for (int thread = 0; thread < ForkJoinPool.getCommonPoolParallelism(); thread++) {
            ForkJoinPool.commonPool().execute(() -> {
                try {
                    over.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        HttpResponse<byte[]> answer = patient.send(request("/whole"));

        assertThat(answer.body()).asString().isEqualTo(BEGINNING);
    }

    @Test
    void answerWhoseBodyStallsIsGivenUp() {
        HttpRequest request = request("/stalls");

        assertThatThrownBy(() -> http.send(request)).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void answerThatComesIsWhole() throws IOException {
        assertThat(patient.send(request("/whole")).body()).asString(UTF_8).isEqualTo(BEGINNING);
    }

    @Test
    void fileThatStallsEndsForItsReader() throws IOException {
        try (InputStream body = http.open(request("/stalls")).body()) {
            assertThat(body.readNBytes(BEGINNING.length())).asString(UTF_8).isEqualTo(BEGINNING);

            assertThatThrownBy(body::read).isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void fileThatComesIsReadToItsEnd() throws IOException {
        try (InputStream body = patient.open(request("/whole")).body()) {
            assertThat(body.readAllBytes()).asString(UTF_8).isEqualTo(BEGINNING);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.getAddress().getPort() + path))
                .timeout(Duration.ofSeconds(20))
                .build();
    }
}
