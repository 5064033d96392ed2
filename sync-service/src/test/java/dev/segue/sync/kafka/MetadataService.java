package dev.segue.sync.kafka;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.Wire;
import dev.segue.sync.Enriched;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Answers for the tracks 70 and 71 as metadata-service would.
public final class MetadataService implements QuarkusTestResourceLifecycleManager {

    private final HttpServer server = create();

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    @Override
    public Map<String, String> start() {
        String export = "\uFEFFTrack URI,Track Name\nspotify:track:%s,x\nspotify:track:%s,y\n"
                .formatted(Enriched.id(70).key(), Enriched.id(71).key());
        server.createContext("/export.csv", call -> answer(call, export));
        server.createContext("/tracks/lookup", call -> {
            String question = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            List<String> tracks = List.of(70, 71).stream()
                    .filter(n -> question.contains(Enriched.id(n).toString()))
                    .map(n -> looked(Enriched.track(n).titled("Title " + n).fact()))
                    .toList();
            answer(call, "{\"tracks\":[" + String.join(",", tracks) + "]}");
        });
        server.start();
        return Map.of(
                "segue.metadata.base-url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static String looked(TrackEnriched fact) {
        ObjectNode answer = Wire.json().valueToTree(fact.track());
        answer.put("found", "FRESH").put("liked", fact.liked());
        answer.set("from", Wire.json().valueToTree(fact.provenance()));
        answer.set("playlists", Wire.json().valueToTree(fact.playlists()));
        return answer.put("knownSince", fact.at().toString()).toString();
    }

    private static void answer(HttpExchange call, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, bytes.length);
        try (var out = call.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
