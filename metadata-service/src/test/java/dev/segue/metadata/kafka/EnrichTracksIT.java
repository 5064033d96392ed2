package dev.segue.metadata.kafka;

import static dev.segue.testkit.Wiretap.about;
import static dev.segue.testkit.Wiretap.header;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.segue.library.Hint;
import dev.segue.library.Placement;
import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.csv.CsvPlaylist;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.Lookup;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackFetched;
import dev.segue.library.fact.Wire;
import dev.segue.metadata.TrackIndex;
import dev.segue.testkit.Wiretap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BrokerAndBackup.class)
class EnrichTracksIT {

    private static final String P25_HEADER =
            "Track URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),"
                    + "Popularity,Explicit,Added By,Added At,Genres,Record Label,Danceability,Energy,Key,Loudness,Mode,"
                    + "Speechiness,Acousticness,Instrumentalness,Liveness,Valence,Tempo,Time Signature\n";
    private static final Instant NOW = Instant.parse("2026-11-22T15:29:34Z");

    private final Path backup = Path.of(setting("segue.csv.directory"));

    @Inject
    TrackIndex index;

    private Wiretap wire;

    @BeforeEach
    void listen() {
        wire = new Wiretap(setting("kafka.bootstrap.servers"));
    }

    @AfterEach
    void hangUp() {
        wire.say(spotify(Optional.of(Instant.now().plusSeconds(86_400))), "status");
        wire.close();
    }

    @Test
    void everyTrackOfTheBackupIsAHitAndNobodyIsAsked() {
        List<CsvEntry> entries = List.copyOf(Backup.at(backup).read().entries());
        wire.say(entries.stream().map(entry -> detected(entry.track().id())).toList(), "hits");

        var enriched = wire.await(entries.size(), about(Topic.TRACK_ENRICHED, "hits")).stream()
                .map(said -> Wire.read(TrackEnriched.class, said.value()))
                .toList();

        assertThat(enriched).extracting(TrackEnriched::lookup).containsOnly(Lookup.HIT);
        assertThat(enriched).extracting(TrackEnriched::complete).containsOnly(true);
        assertThat(wire.await(0, about(Topic.FETCH_REQUESTED, "hits"))).isEmpty();
        assertThat(when().get("/q/metrics").asString())
                .containsPattern("segue_api_calls_avoided_total\\{lookup=\"hit\"\\} [1-9]");
    }

    @Test
    void missIsAskedForAndPassedOnPartialWithItsEnvelope() {
        TrackId unknown = TrackId.spotify("zzzzzzzzzzzzzzzzzzzzz1");
        wire.say(detected(unknown), "miss");

        var request = wire.await(1, about(Topic.FETCH_REQUESTED, "miss")).getFirst();
        var partial = wire.await(1, about(Topic.TRACK_ENRICHED, "miss")).getFirst();

        assertThat(Wire.read(FetchRequested.class, request.value()).reason()).isEqualTo(FetchRequested.Reason.MISSING);
        assertThat(Wire.read(TrackEnriched.class, partial.value()).complete()).isFalse();
        assertThat(partial.key()).isEqualTo(unknown.toString());
        assertThat(header(partial, "ce_type")).isEqualTo("dev.segue.TrackEnriched");
        assertThat(header(partial, "ce_source")).isEqualTo("/metadata-service");
    }

    @Test
    void answerOfTheApiIsRememberedAndNotAskedForAgain() {
        TrackId unknown = TrackId.spotify("zzzzzzzzzzzzzzzzzzzzz2");
        Hint said = new Hint(Optional.of("Fetched Song"), List.of("Somebody"), Optional.empty());
        wire.say(
                new TrackFetched(
                        unknown, Optional.of(said.describe(unknown)), said, Optional.empty(), Optional.empty(), NOW),
                "fetch");
        wire.await(1, about(Topic.TRACK_ENRICHED, "fetch"));

        wire.say(detected(unknown), "again");

        var enriched = wire.await(1, about(Topic.TRACK_ENRICHED, "again")).getFirst();
        assertThat(Wire.read(TrackEnriched.class, enriched.value()).complete()).isTrue();
        assertThat(wire.await(0, about(Topic.FETCH_REQUESTED, "again"))).isEmpty();
    }

    @Test
    void trackThatLeftAPlaylistIsEnrichedAgainWithoutIt() {
        CsvPlaylist playlist = Backup.at(backup).read().playlists().getLast();
        TrackId left = playlist.tracks().getFirst();
        List<TrackId> stay =
                playlist.tracks().stream().filter(track -> !track.equals(left)).toList();
        wire.say(new PlaylistObserved(playlist.name(), "shown", "1", stay, Instant.now()), "shown");

        List<TrackEnriched> enriched =
                wire.await(playlist.tracks().size(), about(Topic.TRACK_ENRICHED, "shown")).stream()
                        .map(said -> Wire.read(TrackEnriched.class, said.value()))
                        .toList();

        assertThat(enriched)
                .filteredOn(track -> track.track().id().equals(left))
                .singleElement()
                .satisfies(track -> assertThat(track.playlists())
                        .extracting(Placement::playlist)
                        .doesNotContain(playlist.name()));
        assertThat(enriched)
                .filteredOn(track -> track.track().id().equals(stay.getFirst()))
                .singleElement()
                .satisfies(track -> assertThat(track.playlists()).contains(new Placement(playlist.name(), 1)));
    }

    @Test
    void missThatWaitsIsPassedOnWhenTheGateClosesAndAgainWhenItIsAnswered() {
        TrackId unknown = TrackId.spotify("zzzzzzzzzzzzzzzzzzzzz4");
        wire.say(spotify(Optional.empty()), "status");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(index.available(TrackId.Source.SPOTIFY, Instant.now()))
                        .isTrue());
        wire.say(detected(unknown), "waits");
        wire.await(1, about(Topic.FETCH_REQUESTED, "waits"));
        assertThat(wire.await(0, about(Topic.TRACK_ENRICHED, "waits"))).isEmpty();

        wire.say(spotify(Optional.of(Instant.now().plusSeconds(86_400))), "status");
        wire.await(1, about(Topic.TRACK_ENRICHED, "waits"));
        Hint said = new Hint(Optional.of("Late Song"), List.of("Somebody"), Optional.empty());
        wire.say(
                new TrackFetched(
                        unknown, Optional.of(said.describe(unknown)), said, Optional.empty(), Optional.empty(), NOW),
                "waits");

        assertThat(wire.await(2, about(Topic.TRACK_ENRICHED, "waits")))
                .extracting(
                        track -> Wire.read(TrackEnriched.class, track.value()).complete())
                .containsExactly(false, true);
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextRecordIsHandled() throws Exception {
        TrackId unknown = TrackId.spotify("zzzzzzzzzzzzzzzzzzzzz3");
        wire.say(new ProducerRecord<>("track-detected", 5, "poison", "{not json".getBytes(UTF_8)));
        wire.say(new ProducerRecord<>("track-detected", 5, "healthy", Wire.write(detected(unknown))));

        var dead =
                wire.await(1, said -> said.topic().equals("track-detected-dlq")).getFirst();
        wire.await(
                1,
                said -> said.topic().equals("track-enriched")
                        && unknown.toString().equals(said.key()));

        assertThat(dead.value()).isEqualTo("{not json".getBytes(UTF_8));
        assertThat(header(dead, "dead-letter-reason")).contains("not a TrackDetected");
        assertThat(header(dead, "dead-letter-topic")).isEqualTo("track-detected");
        assertThat(header(dead, "dead-letter-partition")).isEqualTo("5");
    }

    @Test
    void tracksAreLookedUpOneByOneAndInABatch() {
        CsvEntry known = Backup.at(backup).read().entries().iterator().next();
        String title = known.track().title().orElseThrow();

        when().get("/tracks/{id}", known.track().id().toString())
                .then()
                .statusCode(200)
                .body("id", equalTo(known.track().id().toString()))
                .body("title", equalTo(title))
                .body("found", equalTo("FRESH"))
                .body("from.origin", equalTo("CSV"));
        when().get("/tracks/spotify:zzzzzzzzzzzzzzzzzzzzzz")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", is(404));
        when().get("/tracks/nonsense")
                .then()
                .statusCode(400)
                .body("detail", equalTo("no ':' in track id \"nonsense\""));
        given().contentType("application/json")
                .body("""
                        {"tracks": [{"id": "%s"}, {"id": "spotify:zzzzzzzzzzzzzzzzzzzzzz"}, {"title": "%s", "artist": "%s"}]}""".formatted(
                                known.track().id(),
                                title.replace("\"", "\\\""),
                                known.track().artists().getFirst().replace("\"", "\\\"")))
                .when()
                .post("/tracks/lookup")
                .then()
                .statusCode(200)
                .body("tracks.found", equalTo(List.of("FRESH", "MISSING", "FRESH")))
                .body("tracks[1].id", equalTo("spotify:zzzzzzzzzzzzzzzzzzzzzz"));
    }

    @Test
    void lookUpThatMakesNoSenseIsRefused() {
        for (String body : List.of("{}", "", "null", "[]", "{\"tracks\": [null]}", "{\"tracks\": \"x\"}", "garbage")) {
            for (String question : List.of("/tracks/lookup", "/tracks/duplicates")) {
                given().contentType("application/json")
                        .body(body)
                        .when()
                        .post(question)
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json");
            }
        }
        when().get("/tracks?query=a&limit=many").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void duplicatesAreFoundByIdAndByWhatUploadersCallThem() {
        CsvEntry known = Backup.at(backup).read().entries().iterator().next();
        String id = known.track().id().toString();
        String title = known.track().title().orElseThrow().replace("\"", "\\\"");
        String artist = known.track().artists().getFirst().replace("\"", "\\\"");
        long length = known.track().duration().orElseThrow().toMillis();

        given().contentType("application/json")
                .body("""
                        {"tracks": [{"title": "%s - %s [free download]", "artist": "nightowl", "durationMs": %d}, \
                        {"title": "%s (Live)", "artists": ["%s"], "durationMs": %d}, {"id": "%s"}]}""".formatted(artist, title, length, title, artist, length, id))
                .when()
                .post("/tracks/duplicates")
                .then()
                .statusCode(200)
                .body("tracks.size()", is(3))
                .body("tracks[0].duplicateOf", equalTo(id))
                .body("tracks[0].rule", equalTo("ARTIST_IN_TITLE"))
                .body("tracks[0].others", hasItem(id))
                .body("tracks[1].duplicateOf", is((Object) null))
                .body("tracks[1].others", is(List.of()))
                .body("tracks[2].id", equalTo(id));
    }

    @Test
    void questionAboutDuplicatesThatNamesNothingIsRefused() {
        for (String body : List.of(
                "{}",
                "{\"tracks\": [{}]}",
                "{\"tracks\": [{\"title\": \"a\", \"artists\": [null]}]}",
                "{\"tracks\": [{\"title\": \"a\", \"durationMs\": 0}]}")) {
            given().contentType("application/json")
                    .body(body)
                    .when()
                    .post("/tracks/duplicates")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void libraryTellsOfItsFilesAndNoticesNewOnes() throws Exception {
        when().get("/library")
                .then()
                .statusCode(200)
                .body("files.file", hasItem("Liked_Songs.csv"))
                .body("files.unreadable", everyItem(is((Object) null)));

        Files.writeString(backup.resolve("broken.csv"), "no,header,that,anybody,knows\n1,2,3,4,5\n");
        Files.writeString(backup.resolve("Removed.csv"), P25_HEADER + ",\"undefined\",\"undefined\",\"undefined\"\n");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> when().get("/library").then().body("files.file", hasItem("broken.csv")));
        Files.delete(backup.resolve("broken.csv"));
    }

    @Test
    void backupThatIsGoneLeavesTheLastGoodLibraryAndIsTold() throws Exception {
        int tracks = when().get("/library").then().extract().path("tracks");
        Path away = backup.resolveSibling(backup.getFileName() + ".away");
        Files.move(backup, away);
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> when().get("/library")
                            .then()
                            .body("unreadable", equalTo("no such directory: " + backup))
                            .body("tracks", is(tracks)));
        } finally {
            Files.move(away, backup);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> when().get("/library").then().body("unreadable", is((Object) null)));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static ApiStatus spotify(Optional<Instant> blockedUntil) {
        return new ApiStatus(ApiStatus.Api.SPOTIFY, true, 0, 800, blockedUntil, Set.of(), Instant.now());
    }

    private static TrackDetected detected(TrackId id) {
        return new TrackDetected(id, Hint.of(id), DetectionSource.SINGLE, Optional.empty(), Optional.empty(), NOW);
    }
}
