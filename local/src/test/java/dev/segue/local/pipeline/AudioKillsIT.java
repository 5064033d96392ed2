package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.local.run.RunTally;
import dev.segue.testkit.eagle.EagleStandIn;
import dev.segue.testkit.eagle.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// processing-service is killed fifty times, at moments that nobody chose, while it makes the files of a run: nothing
/// is lost, nothing is there in part, and nothing twice.
@Tag("faults")
class AudioKillsIT {

    private static final String SERVICE = "processing-service";
    private static final int KILLS = 50;
    private static final int TRACKS = 400;
    private static final int SECONDS = 4;
    private static final int LONGEST = 1_500;

    @TempDir
    private Path temporary;

    @Test
    void fiftyKillsLoseNothingAndDoubleNothing() throws Exception {
        List<String> titles =
                IntStream.range(0, TRACKS).mapToObj(n -> "Song " + n).toList();
        Path backup = Tones.backup(temporary.resolve("backup"), titles, SECONDS);
        Path inbox = Tones.inbox(temporary.resolve("inbox"), titles, SECONDS);
        var moments = new Random(7);
        var kills = new AtomicInteger();
        try (EagleStandIn eagle = EagleStandIn.start(0);
                WholeSystem system = WholeSystem.start(
                        temporary.resolve("home"),
                        backup,
                        Map.of(
                                "SEGUE_AUDIO_INBOX", inbox.toString(),
                                "SEGUE_EAGLE_TRY_EVERY", "5s",
                                "SEGUE_EAGLE_BASE_URL", eagle.address().toString()))) {
            RunTally tally = system.run((running, now) -> {
                if (now.written() > 0 && now.processed() < TRACKS && kills.get() < KILLS) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(moments.nextInt(LONGEST)));
                    running.kill(SERVICE);
                    running.restart(SERVICE);
                    kills.incrementAndGet();
                }
            });

            // what was asked of Eagle when a kill came is waited for, and only then asked again
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> eagle.items().size() >= TRACKS);
            System.out.printf(
                    "%d kills, %d tracks, %d files, %d items%n",
                    kills.get(),
                    tally.processed(),
                    files(system.audio()).size(),
                    eagle.items().size());
            assertThat(kills.get()).isGreaterThan(KILLS / 2);
            assertThat(tally.outcomes()).isEqualTo(Map.of("IMPORTED", TRACKS));
            assertThat(files(system.audio())).hasSize(TRACKS);
            assertThat(eagle.items())
                    .extracting(Item::annotation)
                    .doesNotHaveDuplicates()
                    .hasSize(TRACKS);
            for (String file : files(system.audio())) {
                assertThat(Files.size(system.audio().resolve(file))).isGreaterThan(SECONDS * 40_000L);
            }
        }
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".mp3"))
                    .toList();
        }
    }
}
