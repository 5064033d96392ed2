package dev.segue.processing.eagle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.Wire;
import dev.segue.processing.Synced;
import dev.segue.testkit.eagle.EagleStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A delivered file, an app that is open, and queues that begin as after a start.
abstract class WithEagle {

    final Track track = Synced.track(1).track();
    final List<Fact> said = new ArrayList<>();

    @TempDir
    Path directory;

    Path file;
    EagleStandIn eagle;
    Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @BeforeEach
    void open() throws IOException {
        file = Files.writeString(directory.resolve("Mara Lind - Night Bus.mp3"), "audio");
        eagle = EagleStandIn.start(0);
    }

    @AfterEach
    void close() {
        eagle.close();
    }

    EagleQueue queue() {
        return queue(eagle.address(), Optional.empty(), UnaryOperator.identity());
    }

    EagleQueue queue(URI address, Optional<String> library, UnaryOperator<String> mapping) {
        return new EagleQueue(
                new Wishes(journal()), new App(address, Optional.empty(), library), mapping, () -> now, said::add);
    }

    Path journal() {
        return directory.resolve(".segue-eagle.jsonl");
    }

    TrackSynced in(String... playlists) {
        return Synced.in(
                Synced.fact(track),
                Arrays.stream(playlists).map(name -> new Placement(name, 1)).toArray(Placement[]::new));
    }

    void mode(String json) throws IOException, InterruptedException {
        assertThat(post("/__control/mode", json).path("error").asText()).isEmpty();
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(eagle.address().resolve(path))
                    .POST(BodyPublishers.ofString(json))
                    .build();
            return Wire.json()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        }
    }
}
