package dev.segue.processing.soundcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.processing.Download.Result;
import dev.segue.processing.ProcessingConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers as detection-service gives them for `GET /audio/{id}`.
class SoundCloudDownloadTest {

    /// A port where nobody listens.
    private static final int NOBODY = 1;

    private static final TrackId ID = TrackId.parse("soundcloud:4711");

    @TempDir
    private Path directory;

    private HttpServer detection;
    private int status = 200;
    private String body = "";
    private int promised;
    private String limit = "20s";
    private final CountDownLatch over = new CountDownLatch(1);
    private Map<String, String> headers = Map.of();
    private Optional<String> token = Optional.empty();
    private String asked = "";

    @BeforeEach
    void start() throws IOException {
        detection = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        detection.createContext("/", call -> {
            asked += call.getRequestURI().getPath();
            token = Optional.ofNullable(call.getRequestHeaders().getFirst("Authorization"));
            headers.forEach(call.getResponseHeaders()::set);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(status, bytes.length == 0 ? -1 : Math.max(promised, bytes.length));
            if (bytes.length > 0) {
                call.getResponseBody().write(bytes);
                call.getResponseBody().flush();
            }
            if (promised > bytes.length) {
                awaitEnd();
            }
            call.close();
        });
        detection.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        detection.stop(0);
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void fileThatIsOfferedIsBroughtUnderASafeName() {
        body = "tone";
        headers = Map.of("Content-Disposition", "attachment; filename=\"../../soundcloud-4711.wav\"");

        Result result = bring(ID);

        assertThat(result).isEqualTo(new Result.Brought(directory.resolve("original.wav")));
        assertThat(directory.resolve("original.wav")).hasContent("tone");
        assertThat(asked).isEqualTo("/audio/soundcloud:4711");
        assertThat(token).contains("Bearer secret");
    }

    @Test
    void whatThereIsInsteadOfAFileIsSaid() {
        status = 404;

        assertThat(after("preview")).isEqualTo(new Result.Preview("because"));
        assertThat(after("blocked")).isEqualTo(new Result.Locked("because"));
        assertThat(after("not-offered")).isEqualTo(new Result.Nothing("because"));
        assertThat(after("unknown")).isEqualTo(new Result.Nothing("because"));
    }

    private Result after(String type) {
        body = "{\"type\": \"urn:segue:audio:" + type + "\", \"detail\": \"because\"}";
        return bring(ID);
    }

    @Test
    void closedGateIsWaitedForUntilItOpens() {
        status = 503;
        headers = Map.of("Retry-After", "7200");

        Result result = bring(ID);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Later.class,
                        later -> assertThat(later.again())
                                .isBetween(
                                        Instant.now().plusSeconds(7100),
                                        Instant.now().plusSeconds(7201)));
    }

    @Test
    void troubleIsWaitedOut() {
        status = 502;
        assertThat(bring(ID)).isInstanceOf(Result.Trouble.class);

        assertThat(bring(ID, NOBODY)).isInstanceOf(Result.Trouble.class);
    }

    @Test
    void closedGateThatNamesNoDateIsTrouble() {
        status = 503;

        Result result = bring(ID);

        assertThat(result).isEqualTo(new Result.Trouble("SoundCloud takes no calls now"));
    }

    @Test
    void fileThatStopsComingIsGivenUp() {
        body = "the first bytes";
        promised = 1000;
        limit = "1s";

        Result result = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> bring(ID));

        assertThat(result).isEqualTo(new Result.Trouble("SoundCloud's file could not be had: it took longer than 1 s"));
    }

    @Test
    void tracksOfSpotifyAreNobodysQuestion() {
        assertThat(bring(TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC"))).isEqualTo(new Result.Unable(""));
        assertThat(asked).isEmpty();
    }

    private Result bring(TrackId id) {
        return bring(id, detection.getAddress().getPort());
    }

    private Result bring(TrackId id, int port) {
        ProcessingConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ProcessingConfig.class)
                .withDefaultValue("segue.detection.base-url", "http://127.0.0.1:" + port)
                .withDefaultValue("segue.audio.time-limit", limit)
                .build()
                .getConfigMapping(ProcessingConfig.class);
        Track track = new Hint(Optional.of("Song"), List.of("Somebody"), Optional.empty()).describe(id);
        return new SoundCloudDownload(config, Optional.of("secret")).bring(track, () -> directory);
    }
}
