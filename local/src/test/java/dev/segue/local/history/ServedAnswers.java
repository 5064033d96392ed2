package dev.segue.local.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;

public final class ServedAnswers implements AutoCloseable {

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final ConcurrentHashMap<String, Answer> answers = new ConcurrentHashMap<>();

    public ServedAnswers() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /// From now on `path`, with its query, is answered so.
    public ServedAnswers with(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        Answer answer = answers.getOrDefault(path, new Answer(404, "{\"detail\":\"not served: " + path + "\"}"));
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
