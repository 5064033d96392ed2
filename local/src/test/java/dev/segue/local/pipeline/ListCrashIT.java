package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.spotify.SpotifyStandIn;
import dev.segue.testkit.standin.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// detection-service is killed (-9) at random moments while it reads a list of Spotify's page by page.
@Tag("faults")
class ListCrashIT {

    private static final int TRACKS = 480;
    private static final int KILLS = 3;
    private static final String LIKED = "Liked_Songs.csv";
    private static final String PLAYLIST = "Long_one";

    @TempDir
    private Path temporary;

    private Path backup;
    private Path shown;

    @BeforeEach
    void write() throws Exception {
        backup = temporary.resolve("backup");
        shown = temporary.resolve("shown");
        SampleLibrary.write(backup, 0, 1, 10, 7);
        Files.delete(backup.resolve(LIKED)); // an export without songs would be an answer
        SampleLibrary.write(shown, TRACKS, 0, 0, 8);
        Files.copy(shown.resolve(LIKED), shown.resolve(PLAYLIST + ".csv")); // each track once
    }

    @Test
    void killsWhileAPlaylistIsReadLoseNothingOfIt() throws Exception {
        String id = SpotifyStandIn.playlistId(PLAYLIST);
        int pages = 1 + (TRACKS - 100 + 49) / 50;

        read(
                new Request("PLAYLIST", Optional.of(id), Optional.empty(), Optional.empty()),
                "GET /v1/playlists/{id}/items",
                pages);
    }

    @Test
    void killsWhileLikedSongsAreReadLoseNoneOfThem() throws Exception {
        read(
                new Request("LIKED", Optional.empty(), Optional.empty(), Optional.empty()),
                "GET /v1/me/tracks",
                (TRACKS + 49) / 50);
    }

    private void read(Request request, String endpoint, int pages) throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (SpotifyStandIn spotify = SpotifyStandIn.start(0, shown);
                WholeSystem system =
                        WholeSystem.start(temporary.resolve("home"), backup, SpotifySettings.of(spotify, login()))) {
            SpotifySettings.logIn(system);
            spotify.faults().add(slow(endpoint));
            try (FollowedRun run = FollowedRun.asked(system, request)) {
                long before = 0;
                for (int kill = 0; kill < KILLS; kill++) {
                    long moment = before + 1 + random.nextInt(pages - 4);
                    Awaitility.await()
                            .atMost(Duration.ofMinutes(1))
                            .pollInterval(Duration.ofMillis(5))
                            .until(() -> spotify.calls().of(endpoint) >= moment);
                    system.kill("detection-service");
                    before = spotify.calls().of(endpoint);
                    system.restart("detection-service");
                }

                run.awaitEnd(TRACKS);
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> complete(system) == TRACKS);

                assertThat(system.catalogue().tracks()).as("seed %d", seed).hasSize(TRACKS);
                assertThat(places(system)).as("seed %d", seed).isEqualTo(expected(request));
                assertThat(SpotifySettings.calls(spotify))
                        .as("seed %d: each life reads it from the start, and no track by itself", seed)
                        .isLessThanOrEqualTo((KILLS + 1L) * pages);
            }
        }
    }

    private Map<String, String> login() {
        return Map.of(
                "SEGUE_SPOTIFY_TOKEN_FILE", temporary.resolve("login.json").toString());
    }

    /// Each page takes a while, so that there is something to interrupt.
    private static Fault slow(String endpoint) {
        return Fault.of(endpoint, Fault.Kind.SLOW, Long.MAX_VALUE).delay(Duration.ofMillis(300));
    }

    private static List<Integer> expected(Request request) {
        return request.source().equals("PLAYLIST")
                ? IntStream.rangeClosed(1, TRACKS).boxed().toList()
                : List.of();
    }

    /// The positions of the playlist that are taken.
    private static List<Integer> places(WholeSystem system) throws SQLException {
        return system.catalogue().places().stream()
                .filter(row -> row.contains("playlist=" + PLAYLIST))
                .map(row -> Integer.valueOf(row.replaceAll(".*position=(\\d+).*", "$1")))
                .sorted()
                .toList();
    }

    private static long complete(WholeSystem system) throws SQLException {
        return system.catalogue().tracks().stream()
                .filter(row -> row.contains("complete=1"))
                .count();
    }
}
