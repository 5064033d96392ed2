package dev.segue.detection.login;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.segue.detection.login.LoginFlow.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Waits on this machine for the browser that a login server sends back (RFC 8252, section 7.3).
final class Loopback implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Service service;
    private final HttpServer server;

    private Loopback(Service service, HttpServer server) {
        this.service = service;
        this.server = server;
    }

    /// Where browsers come back to.
    static URI address(int port, Service service) {
        return URI.create("http://" + HOST + ':' + port + "/login/" + service.word());
    }

    /// Listens, on loopback only.
    ///
    /// @param port   0 for a free one
    /// @param answer what to do with the parameters that a browser brings
    /// @throws IOException if the port is taken
    static Loopback listen(Service service, int port, Function<Map<String, String>, Outcome> answer)
            throws IOException {
        var here = new InetSocketAddress(InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1}), port);
        var loopback = new Loopback(service, HttpServer.create(here, 0));
        loopback.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        loopback.server.createContext("/", exchange -> loopback.serve(exchange, answer));
        loopback.server.start();
        return loopback;
    }

    URI address() {
        return address(server.getAddress().getPort(), service);
    }

    /// The parameters of an answer; empty if `page` is not where answers arrive.
    Optional<Map<String, String>> answer(URI page) {
        boolean ours = address().getPath().equals(page.getPath());
        return Optional.ofNullable(page.getRawQuery()).filter(_ -> ours).map(Loopback::parameters);
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            return "";
        }
    }

    private void serve(HttpExchange exchange, Function<Map<String, String>, Outcome> answer) throws IOException {
        try (exchange) {
            Optional<Map<String, String>> parameters = answer(exchange.getRequestURI());
            if (parameters.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] page = LoginPage.of(service, answer.apply(parameters.get())).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", LoginPage.TYPE);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    /// Ends it; a page that is being sent is sent.
    @Override
    public void close() {
        server.stop(1);
    }
}
