package dev.segue.sync.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.Wire;
import dev.segue.sync.Knowledge;
import dev.segue.sync.KnowledgeUnavailable;
import dev.segue.sync.SyncConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Asks metadata-service. Thread-safe.
@ApplicationScoped
class MetadataLookups implements Knowledge {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOCAL = "spotify:local:";
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final Optional<String> token;

    MetadataLookups(SyncConfig config, @ConfigProperty(name = "segue.api-token") Optional<String> token) {
        this.base = config.metadata().baseUrl().replaceFirst("/+$", "");
        this.token = token;
    }

    /// From the export of everything, which is one call, however many there are.
    @Override
    public List<TrackId> ids() {
        var ids = new ArrayList<TrackId>();
        try (InputStream body = ask(request("/export.csv").GET().build());
                Reader text = new InputStreamReader(body, StandardCharsets.UTF_8);
                CSVParser rows = CSVFormat.DEFAULT.parse(text)) {
            for (CSVRecord row : rows) {
                id(row.get(0)).ifPresent(ids::add);
            }
        } catch (IOException broken) {
            throw away(broken);
        }
        return ids;
    }

    private static Optional<TrackId> id(String uri) {
        return uri.startsWith(LOCAL)
                ? Optional.of(TrackId.local(uri))
                : TrackId.ofSpotifyUri(uri).or(() -> TrackId.of(uri));
    }

    @Override
    public Map<TrackId, TrackEnriched> lookUp(Collection<TrackId> ids) {
        ObjectNode question = Wire.json().createObjectNode();
        var wanted = question.putArray("tracks");
        ids.forEach(id -> wanted.addObject().put("id", id.toString()));
        HttpRequest request = request("/tracks/lookup")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question.toString()))
                .build();
        var known = new LinkedHashMap<TrackId, TrackEnriched>();
        try (InputStream body = ask(request)) {
            for (JsonNode answer : Wire.json().readTree(body).path("tracks")) {
                if (!answer.path("found").asText().equals("MISSING")) {
                    TrackEnriched fact = fact(answer);
                    known.put(fact.track().id(), fact);
                }
            }
        } catch (IOException broken) {
            throw away(broken);
        }
        return known;
    }

    /// An answer has the fields of a track beside what is known about the knowledge; a fact has them apart.
    private static TrackEnriched fact(JsonNode answer) throws JsonProcessingException {
        ObjectNode fact = Wire.json().createObjectNode();
        fact.set("track", answer);
        fact.put("lookup", answer.path("found").asText().equals("STALE") ? "STALE" : "HIT");
        fact.set("provenance", answer.path("from"));
        fact.put("complete", true);
        fact.set("liked", answer.path("liked"));
        fact.set("playlists", answer.path("playlists"));
        if (answer.hasNonNull("duplicateOf")) {
            fact.set("duplicateOf", answer.path("duplicateOf"));
        }
        fact.set("at", answer.path("knownSince"));
        return Wire.json().treeToValue(fact, TrackEnriched.class);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        token.filter(secret -> !secret.isBlank())
                .ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private InputStream ask(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() != OK) {
                answer.body().close();
                throw new KnowledgeUnavailable("metadata-service at " + base + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException unreachable) {
            throw away(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw away(stopped);
        }
    }

    private KnowledgeUnavailable away(Exception cause) {
        return new KnowledgeUnavailable(
                "metadata-service does not answer at " + base + " (segue.metadata.base-url): " + cause, cause);
    }
}
