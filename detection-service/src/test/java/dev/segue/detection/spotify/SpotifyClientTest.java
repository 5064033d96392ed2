package dev.segue.detection.spotify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.segue.detection.ApiGates;
import dev.segue.detection.DetectionConfig;
import dev.segue.detection.Outcome;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.library.fact.FactWriter;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.spotify.SpotifyStandIn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The calls, made to the stand-in.
class SpotifyClientTest {

    private static final TrackId UNKNOWN = TrackId.spotify("0000000000000000000zzz");

    @TempDir
    Path backup;

    private SpotifyStandIn standIn;
    private SpotifyClient client;
    private ApiGates gates;
    private List<TrackId> known;

    @BeforeEach
    void start() throws IOException {
        SampleLibrary.write(backup, 10, 0, 0, 7);
        known = Backup.at(backup).read().entries().stream()
                .map(CsvEntry::track)
                .map(Track::id)
                .toList();
        standIn = SpotifyStandIn.start(0, backup);
        String base = standIn.address() + "/v1";
        var producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        gates = new ApiGates(config(base), InstantSource.system(), new FactWriter(producer, "test"));
        gates.of(Api.SPOTIFY).open();
        client = client(base);
    }

    private DetectionConfig config(String base) {
        return new SmallRyeConfigBuilder()
                .withMapping(DetectionConfig.class)
                .withDefaultValue("segue.spotify.client-id", SpotifyStandIn.APP)
                .withDefaultValue("segue.spotify.base-url", base)
                .withDefaultValue(
                        "segue.spotify.accounts-url", standIn.address().toString())
                .build()
                .getConfigMapping(DetectionConfig.class);
    }

    private SpotifyClient client(String base) {
        DetectionConfig config = config(base);
        return new SpotifyClient(new WebApi(gates, new AppsToken(config), config, new SimpleMeterRegistry()));
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void trackIsReadWithAllThatTheApiSays() {
        Track track = answer(client.track(known.getFirst()));

        assertThat(track.id()).isEqualTo(known.getFirst());
        assertThat(track.title()).isPresent();
        assertThat(track.artists()).isNotEmpty();
        assertThat(track.duration()).isPresent();
        assertThat(track.isrc()).isPresent();
        assertThat(track.popularity()).isEmpty();
    }

    @Test
    void unknownTrackIsNotFound() {
        assertThat(client.track(UNKNOWN)).isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void slashAfterTheAddressMakesNoDifference() {
        assertThat(client(standIn.address() + "/v1/").track(known.getFirst())).isInstanceOf(Outcome.Answer.class);
    }

    @Test
    void serverThatIsNotSpotifysKnowsNothingOfTracks() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(404, -1);
            }
        });
        other.start();

        Outcome<Track> outcome = client("http://localhost:" + other.getAddress().getPort() + "/v1")
                .track(known.getFirst());

        other.stop(0);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void newAppIsRefusedBatchesAndAudioFeatures() {
        assertThat(client.tracks(known)).isInstanceOf(Outcome.Refused.class);
        assertThat(client.features(known)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void oldAppHasBothWithNothingInThePlaceOfWhatIsUnknown() throws IOException, InterruptedException {
        control("mode", "{\"mode\": \"extended\"}");
        List<TrackId> asked = List.of(known.get(0), UNKNOWN, known.get(1));

        Map<TrackId, Track> tracks = answer(client.tracks(asked));

        assertThat(tracks).containsOnlyKeys(known.get(0), known.get(1));
        assertThat(tracks.values())
                .allSatisfy(track -> assertThat(track.popularity()).isPresent());
        assertThat(answer(client.features(asked))).containsOnlyKeys(known.get(0), known.get(1));
    }

    @Test
    void whatBelongsToAPersonIsNotAskedWithoutOne() {
        assertThat(client.liked(0)).isInstanceOf(Outcome.NoLogin.class);
        assertThat(standIn.calls().of("GET /v1/me/tracks")).isZero();
    }

    @Test
    void rateLimitIsWaitedOutWithoutACall() throws IOException, InterruptedException {
        control("faults", "{\"kind\": \"429\", \"endpoint\": \"GET /v1/tracks/{id}\", \"retryAfter\": 3600}");

        assertThat(client.track(known.getFirst())).isInstanceOf(Outcome.RateLimited.class);
        assertThat(client.track(known.getFirst())).isInstanceOf(Outcome.RateLimited.class);

        assertThat(standIn.calls().of("GET /v1/tracks/{id}")).isOne();
    }

    @Test
    void answerThatIsNoneIsAFailure() throws IOException, InterruptedException {
        control("faults", "{\"kind\": \"garbage\", \"endpoint\": \"GET /v1/tracks/{id}\", \"count\": 2}");
        control("faults", "{\"kind\": \"200-with-error\", \"endpoint\": \"GET /v1/tracks/{id}\"}");
        control("faults", "{\"kind\": \"5xx\", \"endpoint\": \"GET /v1/tracks/{id}\"}");

        for (int fault = 0; fault < 4; fault++) {
            assertThat(client.track(known.getFirst())).isInstanceOf(Outcome.Failed.class);
        }
        assertThat(client.track(known.getFirst())).isInstanceOf(Outcome.Answer.class);
    }

    @Test
    void networkThatIsAwayIsNoTracksFault() {
        answer(client.track(known.getFirst()));
        standIn.close();

        assertThat(client.track(known.getFirst()))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reached()).isFalse());
        ApiStatus status = gates.of(Api.SPOTIFY).status();
        assertThat(status.callsInWindow()).as("it is no call").isOne();
        assertThat(status.unreached().orElseThrow()).startsWith("cannot be reached");
        assertThat(status.available(Instant.now())).isFalse();
    }

    @Test
    void redirectIsNotFollowed() throws IOException, InterruptedException {
        try (var elsewhere = SpotifyStandIn.start(0, backup)) {
            control(
                    "faults",
                    "{\"kind\": \"redirect\", \"endpoint\": \"GET /v1/tracks/{id}\", \"location\": \""
                            + elsewhere.address() + "/v1/tracks/"
                            + known.getFirst().key() + "\"}");

            assertThat(client.track(known.getFirst())).isInstanceOf(Outcome.Failed.class);
            assertThat(elsewhere.calls().total()).isZero();
        }
    }

    @Test
    void tokenThatIsNoLongerGoodIsReplacedOnce() throws IOException, InterruptedException {
        answer(client.track(known.getFirst()));
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(standIn.address() + "/__control/tokens"))
                                .DELETE()
                                .build(),
                        BodyHandlers.discarding());

        assertThat(client.track(known.getFirst())).isInstanceOf(Outcome.Answer.class);
        assertThat(standIn.calls().of("GET /v1/tracks/{id}")).isEqualTo(3);
    }

    @Test
    void idOfAPlaylistIsCheckedBeforeItIsPutIntoAPath() {
        assertThatThrownBy(() -> client.playlist("../me")).isInstanceOf(IllegalArgumentException.class);
    }

    private void control(String what, String json) throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(standIn.address() + "/__control/" + what))
                                .POST(BodyPublishers.ofString(json))
                                .build(),
                        BodyHandlers.discarding());
    }

    private static <T> T answer(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Answer<T>(T value)) {
            return value;
        }
        throw new AssertionError(outcome);
    }
}
