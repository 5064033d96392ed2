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
import jakarta.inject.Inject;
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
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Asks metadata-service. Thread-safe.
@ApplicationScoped
class MetadataLookups implements Knowledge {

    /// So long an answer may take, to its last byte: that of a look-up, and that of the export of everything.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration EXPORT_PATIENCE = Duration.ofMinutes(10);
    private static final String LOCAL = "spotify:local:";
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final Optional<String> token;
    private final Duration patience;
    private final Duration exportPatience;

    @Inject
    MetadataLookups(SyncConfig config, @ConfigProperty(name = "segue.api-token") Optional<String> token) {
        this(config.metadata().baseUrl().replaceFirst("/+$", ""), token, PATIENCE, EXPORT_PATIENCE);
    }

    MetadataLookups(String base, Optional<String> token, Duration patience, Duration exportPatience) {
        this.base = base;
        this.token = token;
        this.patience = patience;
        this.exportPatience = exportPatience;
    }

    /// What is made of an answer's body.
    @FunctionalInterface
    private interface Reading<T> {
        T read(InputStream body) throws IOException;
    }

    /// From the export of everything, which is one call, however many there are.
    @Override
    public List<TrackId> ids() {
        return ask(request("/export.csv").GET().build(), exportPatience, MetadataLookups::idsIn);
    }

    private static List<TrackId> idsIn(InputStream export) throws IOException {
        var ids = new ArrayList<TrackId>();
        try (Reader text = new InputStreamReader(export, StandardCharsets.UTF_8);
                CSVParser rows = CSVFormat.DEFAULT.parse(text)) {
            for (CSVRecord row : rows) {
                id(row.get(0)).ifPresent(ids::add);
            }
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
        return ask(request, patience, MetadataLookups::factsIn);
    }

    private static Map<TrackId, TrackEnriched> factsIn(InputStream body) throws IOException {
        var known = new LinkedHashMap<TrackId, TrackEnriched>();
        for (JsonNode answer : Wire.json().readTree(body).path("tracks")) {
            if (!answer.path("found").asText().equals("MISSING")) {
                TrackEnriched fact = fact(answer);
                known.put(fact.track().id(), fact);
            }
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
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        token.filter(secret -> !secret.isBlank())
                .ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    /// The time-out of a request ends when the headers are there, so another thread asks and reads, and is stopped when
    /// that takes too long.
    private <T> T ask(HttpRequest request, Duration longest, Reading<T> reading) {
        var asking = new FutureTask<>(() -> answer(request, reading));
        Thread.startVirtualThread(asking);
        try {
            return asking.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException silent) {
            throw away(new HttpTimeoutException("no whole answer within " + longest.toSeconds() + " s"));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof KnowledgeUnavailable refused) {
                throw refused;
            }
            if (failed.getCause() instanceof IOException broken) {
                throw away(broken);
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw away(stopped);
        } finally {
            asking.cancel(true);
        }
    }

    private <T> T answer(HttpRequest request, Reading<T> reading) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != OK) {
                throw new KnowledgeUnavailable("metadata-service at " + base + " answered " + answer.statusCode());
            }
            return reading.read(body);
        }
    }

    private KnowledgeUnavailable away(Exception cause) {
        return new KnowledgeUnavailable(
                "metadata-service does not answer at " + base + " (segue.metadata.base-url): " + cause, cause);
    }
}
