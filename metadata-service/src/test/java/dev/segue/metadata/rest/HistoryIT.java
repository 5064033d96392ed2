package dev.segue.metadata.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.csv.CsvPlaylist;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.TrackFetched;
import dev.segue.metadata.kafka.BrokerAndBackup;
import dev.segue.testkit.Wiretap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(BrokerAndBackup.class)
class HistoryIT {

    private static final TrackId NEW = TrackId.spotify("yyyyyyyyyyyyyyyyyyyyy1");
    /// than the files, which are written when the test starts
    private static final Instant LATER = Instant.parse("2099-11-22T15:29:34Z");

    private final CsvLibrary backup =
            Backup.at(Path.of(setting("segue.csv.directory"))).read();
    private final CsvPlaylist playlist = backup.playlists().getFirst();
    private Wiretap wire;

    @TempDir
    Path directory;

    @BeforeEach
    void listen() {
        wire = new Wiretap(setting("kafka.bootstrap.servers"));
    }

    @AfterEach
    void hangUp() {
        wire.close();
    }

    @Test
    void whatTheApiShowsIsComparedWithTheExport() {
        var shown = new ArrayList<>(
                playlist.tracks().reversed().subList(0, playlist.tracks().size() - 1));
        shown.addFirst(NEW);
        wire.say(fetched(NEW, "=Fresh \"Song\""), "history");
        wire.say(new PlaylistObserved(playlist.name().replace('_', ' '), "id", "snap", shown, LATER), "history");

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> when().get("/playlists")
                        .then()
                        .body(
                                "playlists.find { it.name == '" + playlist.name() + "' }.observed.snapshotId",
                                equalTo("snap")));

        given().pathParam("name", playlist.name())
                .get("/playlists/{name}/changes?from=" + playlist.name() + ".csv&to=observed")
                .then()
                .statusCode(200)
                .body("added.id", contains(NEW.toString()))
                .body("added[0].title", equalTo("=Fresh \"Song\""))
                .body("removed.id", contains(playlist.tracks().getFirst().toString()))
                .body("unchanged", is(shown.size() - 1))
                .body("modified", hasSize(0))
                .body("moved", hasSize(shown.size() - 2))
                .body("to.source", equalTo("observed"));
        when().get("/export/" + playlist.name() + ".csv")
                .then()
                .statusCode(200)
                .body(containsString("\n" + uri(NEW) + ",\"'=Fresh \"\"Song\"\"\","));
        when().get("/trends?playlist=" + playlist.name())
                .then()
                .body("playlist", equalTo(playlist.name()))
                .body("snapshots.source", contains(playlist.name() + ".csv", "observed"))
                .body("snapshots.tracks", contains(playlist.tracks().size(), shown.size()));
    }

    @Test
    void questionsThatCannotBeAnsweredAreRefusedInWords() {
        when().get("/playlists/nowhere/changes")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", startsWith("there is no playlist \"nowhere\""));
        when().get("/playlists/Liked Songs/changes")
                .then()
                .statusCode(404)
                .body("detail", startsWith("there is no snapshot of \"Liked Songs\" before "));
        when().get("/playlists/Liked Songs/changes?from=2026-02-31")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("2026-02-31"));
        when().get("/export/nowhere.csv").then().statusCode(404).contentType("application/problem+json");
        when().get("/trends?playlist=nowhere").then().statusCode(404);
        when().get("/tracks").then().statusCode(400);
        when().get("/tracks?query=!").then().statusCode(400);
        when().get("/tracks?query=a&limit=0").then().statusCode(400);
    }

    @Test
    void anExportIsReadBackToTheSameTracks() throws IOException {
        byte[] csv = when().get("/export/Liked Songs.csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"Liked_Songs.csv\"; filename*=UTF-8''Liked_Songs.csv")
                .extract()
                .asByteArray();
        Files.write(directory.resolve("Liked_Songs.csv"), csv);

        CsvLibrary again = Backup.at(directory).read();

        assertThat(new String(csv, UTF_8)).startsWith("\uFEFFTrack URI,Track Name,");
        assertThat(again.liked().orElseThrow().tracks())
                .isEqualTo(backup.liked().orElseThrow().tracks());
        for (TrackId id : backup.liked().orElseThrow().tracks()) {
            assertThat(track(again, id)).isEqualTo(track(backup, id));
        }
    }

    @Test
    void everythingIsOneFileOrOneZip() throws IOException {
        String csv = when().get("/export.csv")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("library.csv"))
                .extract()
                .asString();
        for (CsvEntry entry : backup.entries()) {
            assertThat(csv).containsOnlyOnce(uri(entry.track().id()) + ",");
        }

        byte[] archive = when().get("/export.zip")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Last-Modified", endsWith(" GMT"))
                .extract()
                .asByteArray();
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("Liked_Songs.csv", playlist.name() + ".csv");
    }

    @Test
    void trendsOfTheLibraryCountEachTrackOnce() {
        when().get("/trends")
                .then()
                .statusCode(200)
                .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("playlist")))
                .body("snapshots.tracks", hasItem(greaterThan(19)))
                .body("additions.tracks.sum()", greaterThan(19))
                .body("artists.tracks", everyItem(greaterThan(0)));
    }

    @Test
    void tracksAreFoundByWords() {
        Track known = backup.entries().iterator().next().track();

        given().queryParam(
                        "query",
                        known.title().orElseThrow() + " " + known.artists().getFirst())
                .get("/tracks")
                .then()
                .statusCode(200)
                .body("tracks.id", hasItem(known.id().toString()))
                .body("tracks.found", everyItem(equalTo("FRESH")));
    }

    private static Track track(CsvLibrary library, TrackId id) {
        return library.find(id).orElseThrow().track();
    }

    private static String uri(TrackId id) {
        return "spotify:track:" + id.key();
    }

    private static TrackFetched fetched(TrackId id, String title) {
        Hint hint = new Hint(Optional.of(title), List.of("Somebody"), Optional.empty());
        return new TrackFetched(id, Optional.of(hint.describe(id)), hint, Optional.empty(), Optional.empty(), LATER);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
