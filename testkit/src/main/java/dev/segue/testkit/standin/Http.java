package dev.segue.testkit.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// HTTP in and out: the JDK's server.
final class Http implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(Http.class.getName());
    private static final long NO_BODY = -1;

    private final Reception reception;

    Http(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Answer> answer = answer(exchange);
            if (answer.isPresent()) {
                send(exchange, answer.get());
            }
        }
    }

    private Optional<Answer> answer(HttpExchange exchange) throws IOException {
        try {
            return reception.receive(call(exchange));
        } catch (Refusal malformed) {
            return Optional.of(Control.mistake(malformed.status(), malformed.told()));
        } catch (RuntimeException ours) {
            LOG.log(System.Logger.Level.ERROR, "the stand-in itself failed at " + exchange.getRequestURI(), ours);
            return Optional.of(Control.mistake(500, "the stand-in itself failed: " + ours));
        }
    }

    private static Call call(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String query = exchange.getRequestURI().getRawQuery();
        String host = headers.getOrDefault(
                "host", "127.0.0.1:" + exchange.getLocalAddress().getPort());
        return new Call(
                exchange.getRequestMethod().toUpperCase(Locale.ROOT),
                exchange.getRequestURI().getRawPath(),
                Map.of(),
                QueryText.all(query == null ? "" : query),
                headers,
                Bytes.of(exchange.getRequestBody().readAllBytes()),
                "http://" + host);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        long length = answer.body().isEmpty() ? NO_BODY : answer.body().size();
        exchange.sendResponseHeaders(answer.status(), length);
        if (length != NO_BODY) {
            exchange.getResponseBody().write(answer.body().toArray());
        }
    }
}
