package dev.segue.detection.soundcloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.detection.AccessTokens;
import dev.segue.detection.ApiGates;
import dev.segue.detection.DetectionConfig;
import dev.segue.detection.Original;
import dev.segue.detection.Outcome;
import dev.segue.detection.SoundCloud.Likes;
import dev.segue.detection.SoundCloudPerson;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.library.fact.FactWriter;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.soundcloud.SoundCloudStandIn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.restassured.RestAssured;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The calls, made to the stand-in.
class SoundCloudClientTest {

    private static final int LIKED = 250;
    private static final String ONE = "GET /tracks/{track_urn}";

    @TempDir
    Path backup;

    private SoundCloudStandIn standIn;
    private SoundCloudClient client;
    private ApiGates gates;

    @BeforeEach
    void start() throws IOException {
        SampleLibrary.write(backup, LIKED, 0, 0, 7);
        standIn = SoundCloudStandIn.start(0, backup);
        DetectionConfig config = config();
        var producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        gates = new ApiGates(config, InstantSource.system(), new FactWriter(producer, "test"));
        gates.of(Api.SOUNDCLOUD).open();
        client = client(new SoundCloudPerson(standIn.address()));
    }

    private DetectionConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(DetectionConfig.class)
                .withDefaultValue("segue.soundcloud.client-id", SoundCloudStandIn.APP)
                .withDefaultValue("segue.soundcloud.per-second", "1000")
                .withDefaultValue("segue.soundcloud.base-url", standIn.address().toString())
                .build()
                .getConfigMapping(DetectionConfig.class);
    }

    private SoundCloudClient client(AccessTokens tokens) {
        return new SoundCloudClient(
                new SoundCloudApi(gates, tokens, config(), new SimpleMeterRegistry(), InstantSource.system()),
                new Offers(InstantSource.system()));
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void likesComeByPagesOfTwoHundredBlockedOnesIncluded() {
        Likes first = answer(client.likes());
        Likes second = answer(client.likes(first.next().orElseThrow()));

        assertThat(first.tracks()).hasSize(200);
        assertThat(second.tracks()).hasSize(LIKED - 200);
        assertThat(second.next()).isEmpty();
        assertThat(Stream.of(first, second).flatMap(page -> page.tracks().stream()))
                .extracting(Track::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void trackIsReadWithAllThatTheApiSays() {
        post("likes", """
                {"number": 4711, "title": "Some One - Some Song", "user": "A Label", "label": "A Label",
                 "isrc": "gb-abc-26-00001", "duration": "3m"}""");

        Track track = answer(client.track(id(4711)));

        assertThat(track.id()).isEqualTo(id(4711));
        assertThat(track.title()).contains("Some Song");
        assertThat(track.artists()).containsExactly("Some One");
        assertThat(track.label()).contains("A Label");
        assertThat(track.isrc()).contains("GBABC2600001");
        assertThat(track.duration()).contains(Duration.ofMinutes(3));
        assertThat(track.link().orElseThrow()).startsWith("https://soundcloud.com/");
    }

    @Test
    void pageAndShortLinkLeadToTheTrack() {
        TrackId id = answer(client.likes()).tracks().getFirst().id();
        List<Map<String, String>> likes =
                RestAssured.get(standIn.address() + "/__control/state").path("likes");

        for (String form : List.of("url", "shortUrl")) {
            assertThat(answer(client.resolve(URI.create(likes.getFirst().get(form)))))
                    .isEqualTo(id);
        }
    }

    @Test
    void whatIsNoTrackOrUnknownIsNotFound() {
        post("likes", "{\"title\": \"Song\", \"user\": \"Somebody\"}");

        assertThat(client.track(id(1))).isInstanceOf(Outcome.NotFound.class);
        assertThat(client.resolve(URI.create("https://soundcloud.com/nobody/nothing")))
                .isInstanceOf(Outcome.NotFound.class);
        assertThat(client.resolve(URI.create("https://soundcloud.com/somebody")))
                .isEqualTo(new Outcome.NotFound<>(
                        "https://soundcloud.com/somebody is on SoundCloud, but not the page of a track"));
    }

    @Test
    void tokenNeverGoesToAnotherHost() throws IOException {
        try (var elsewhere = SoundCloudStandIn.start(0, backup)) {
            String target = elsewhere.address() + "/tracks/soundcloud:tracks:1";
            for (String endpoint : List.of("GET /resolve", ONE, "GET /me/likes/tracks")) {
                post(
                        "faults",
                        "{\"kind\": \"redirect\", \"endpoint\": \"%s\", \"location\": \"%s\"}"
                                .formatted(endpoint, target));
            }

            assertThat(client.resolve(URI.create("https://soundcloud.com/some/song")))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(client.track(id(1))).isInstanceOf(Outcome.Failed.class);
            assertThat(client.likes()).isInstanceOf(Outcome.Failed.class);
            assertThat(client.likes(URI.create(elsewhere.address() + "/me/likes/tracks")))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(elsewhere.calls().total()).isZero();
        }
    }

    @Test
    void fileComesIfItsUploaderOffersItElseTheReasonWhyNot() throws IOException {
        post(
                "likes",
                "{\"number\": 1, \"title\": \"A\", \"user\": \"B\", \"duration\": \"1s\", \"downloadable\": true}");
        post("likes", "{\"number\": 2, \"title\": \"A\", \"user\": \"B\", \"access\": \"preview\"}");
        post("likes", "{\"number\": 3, \"title\": \"A\", \"user\": \"B\", \"access\": \"blocked\"}");
        post("likes", "{\"number\": 4, \"title\": \"A\", \"user\": \"B\"}");

        if (answer(client.original(id(1))) instanceof Original.File(String extension, InputStream body)) {
            assertThat(extension).isEqualTo(".wav");
            assertThat(body.readAllBytes()).hasSizeGreaterThan(8_000);
        } else {
            throw new AssertionError("no file");
        }
        assertThat(reason(2)).isEqualTo(Original.Reason.PREVIEW);
        assertThat(reason(3)).isEqualTo(Original.Reason.BLOCKED);
        assertThat(reason(4)).isEqualTo(Original.Reason.NOT_OFFERED);
        assertThat(client.original(id(5))).isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void whatWasSeenLatelyIsNotAskedForAgain() {
        List<Track> likes = answer(client.likes()).tracks();

        likes.forEach(track -> answer(client.original(track.id())));

        assertThat(standIn.calls().of(ONE)).isZero();
        assertThat(standIn.calls().of("GET /tracks/{track_urn}/download")).isBetween(1L, 60L);
    }

    private Original.Reason reason(int number) {
        if (answer(client.original(id(number))) instanceof Original.Withheld(Original.Reason reason, String why)) {
            assertThat(why).startsWith("SoundCloud");
            return reason;
        }
        throw new AssertionError("a file");
    }

    @Test
    void rateLimitSaysInItsBodyHowLong() {
        post("faults", "{\"kind\": \"429\", \"endpoint\": \"%s\", \"retryAfter\": 7200}".formatted(ONE));

        assertThat(client.track(id(1))).isInstanceOf(Outcome.RateLimited.class);
        assertThat(client.likes()).isInstanceOf(Outcome.RateLimited.class);

        assertThat(gates.of(Api.SOUNDCLOUD).status().blockedUntil().orElseThrow())
                .isBetween(Instant.now().plusSeconds(7100), Instant.now().plusSeconds(7210));
        assertThat(standIn.calls().of(ONE)).isOne();
        assertThat(standIn.calls().of("GET /me/likes/tracks")).isZero();
    }

    @Test
    void answerThatIsNoneIsAFailure() {
        TrackId id = answer(client.likes()).tracks().getFirst().id();
        post("faults", "{\"kind\": \"garbage\", \"endpoint\": \"%s\", \"count\": 2}".formatted(ONE));
        post("faults", "{\"kind\": \"200-with-error\", \"endpoint\": \"%s\"}".formatted(ONE));
        post("faults", "{\"kind\": \"5xx\", \"endpoint\": \"%s\"}".formatted(ONE));

        for (int fault = 0; fault < 4; fault++) {
            assertThat(client.track(id)).isInstanceOf(Outcome.Failed.class);
        }
        assertThat(client.track(id)).isInstanceOf(Outcome.Answer.class);
    }

    @Test
    void tokenThatIsNoLongerGoodIsReplacedOnce() {
        answer(client.likes());
        RestAssured.delete(standIn.address() + "/__control/tokens").then().statusCode(200);

        assertThat(client.likes()).isInstanceOf(Outcome.Answer.class);

        assertThat(standIn.calls().of("GET /me/likes/tracks")).isEqualTo(3);
    }

    @Test
    void likesAreNotAskedForWithoutAPerson() {
        SoundCloudClient nobody = client(new AccessTokens() {
            @Override
            public Access access(Api api) {
                return new Access.Granted("the app's", false);
            }

            @Override
            public void refused(Api api, String token) {}
        });

        assertThat(nobody.likes())
                .isInstanceOfSatisfying(
                        Outcome.NoLogin.class,
                        none -> assertThat(none.why())
                                .isEqualTo("this belongs to a person: log in with ./segue login soundcloud"));
        assertThat(standIn.calls().of("GET /me/likes/tracks")).isZero();
    }

    private static TrackId id(long number) {
        return TrackId.parse("soundcloud:" + number);
    }

    private void post(String what, String json) {
        RestAssured.given()
                .body(json)
                .post(standIn.address() + "/__control/" + what)
                .then()
                .statusCode(200);
    }

    private static <T> T answer(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Answer<T>(T value)) {
            return value;
        }
        throw new AssertionError(outcome);
    }
}
