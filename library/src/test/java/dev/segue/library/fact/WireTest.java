package dev.segue.library.fact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The wire form is pinned by the golden files under `contract/`, one a fact. To change it on purpose, run this test
/// with
/// `JAVA_TOOL_OPTIONS=-Dsegue.golden.write=src/test/resources/contract` and read the difference.
class WireTest {

    static Stream<Fact> facts() {
        return FactFixture.facts().stream();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void factIsWrittenAsItsGoldenFileSays(Fact fact) throws IOException {
        JsonNode written = Wire.json().readTree(Wire.write(fact));
        String directory = System.getProperty("segue.golden.write");
        if (directory != null) {
            Files.writeString(
                    Path.of(directory, name(fact)),
                    Wire.json().writerWithDefaultPrettyPrinter().writeValueAsString(written) + "\n");
        }

        assertThat(written).isEqualTo(golden(fact));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void goldenFileIsReadBackAsTheFact(Fact fact) throws IOException {
        Fact read = Wire.read(fact.getClass(), Wire.json().writeValueAsBytes(golden(fact)));

        assertThat(read).isEqualTo(fact);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void readerIsNotBrokenByANewerWriter(Fact fact) throws IOException {
        ObjectNode newer = (ObjectNode) golden(fact);
        newer.putObject("inventedLater").put("by", "somebody");

        assertThat(Wire.read(fact.getClass(), Wire.json().writeValueAsBytes(newer)))
                .isEqualTo(fact);
    }

    @Test
    void everyTopicHasAFixture() {
        assertThat(facts().map(Topic::of)).containsExactlyInAnyOrder(Topic.values());
    }

    @Test
    void absentFieldsAreEmpty() {
        var bare = """
                {"id": "spotify:4uLU6hMCjMI75M1A2tKUQC", "hint": {}, "source": "SINGLE", "playlist": null,
                 "at": "2026-11-22T15:29:34Z"}""";

        TrackDetected read = Wire.read(TrackDetected.class, bare.getBytes(UTF_8));

        assertThat(read.hint().title()).isEmpty();
        assertThat(read.hint().artists()).isEmpty();
        assertThat(read.playlist()).isEmpty();
        assertThat(read.position()).isEmpty();
    }

    @Test
    void statusOfAnOlderReleaseIsReadBack() {
        var old = """
                {"api": "SPOTIFY", "configured": true, "callsInWindow": 120, "budgetLeft": 680,
                 "refuses": ["BATCH"], "at": "2026-11-22T15:29:34Z"}""";

        ApiStatus read = Wire.read(ApiStatus.class, old.getBytes(UTF_8));

        assertThat(read)
                .isEqualTo(new ApiStatus(
                        ApiStatus.Api.SPOTIFY,
                        true,
                        120,
                        680,
                        Optional.empty(),
                        Set.of(ApiStatus.Feature.BATCH),
                        FactFixture.AT));
    }

    @Test
    void syncedTrackOfAnOlderReleaseIsInNoPlaylist() {
        var old = """
                {"track": {"id": "spotify:4uLU6hMCjMI75M1A2tKUQC"}, "page": "1", "outcome": "UPDATED",
                 "at": "2026-11-22T15:29:34Z"}""";

        assertThat(Wire.read(TrackSynced.class, old.getBytes(UTF_8)).playlists())
                .isEmpty();
    }

    @Test
    void trackWithoutAnythingButItsIdIsReadBack() {
        var partial = new TrackEnriched(
                Track.unknown(FactFixture.ID),
                Lookup.MISS,
                Provenance.all(Provenance.Origin.HINT),
                false,
                false,
                List.of(),
                Optional.<TrackId>empty(),
                FactFixture.AT);

        assertThat(Wire.read(TrackEnriched.class, Wire.write(partial))).isEqualTo(partial);
    }

    @Test
    void garbageIsRefusedWithItsKind() {
        assertThatThrownBy(() -> Wire.read(TrackDetected.class, "not json".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a TrackDetected: ");
        assertThatThrownBy(() -> Wire.read(TrackDetected.class, "{}".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wire.read(TrackSynced.class, "{\"track\":{\"id\":\"spotify:short\"}}".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("short");
    }

    @Test
    void everyFactIsKeyedByWhatKeepsItsOrder() {
        assertThat(Arrays.stream(Topic.values()).map(Topic::topic))
                .contains("track-detected", "playlist-observed", "api-status");
        assertThat(facts().map(Fact::key))
                .containsOnly(FactFixture.ID.toString(), "Warm up", "spotify", "7d4cbb34-4f0d-4f0e-9e0c-3d6f5b1a2c3d");
    }

    private static JsonNode golden(Fact fact) throws IOException {
        try (InputStream file = WireTest.class.getResourceAsStream("/contract/" + name(fact))) {
            return Wire.json().readTree(file);
        }
    }

    private static String name(Fact fact) {
        return Topic.of(fact).topic() + ".json";
    }
}
