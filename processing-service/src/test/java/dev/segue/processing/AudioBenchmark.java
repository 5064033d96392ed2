package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.TrackSynced;
import dev.segue.processing.ffmpeg.TestStudio;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How fast files are made in each format, beside the bare ffmpeg command with the same arguments on the same files,
/// and
/// beside two such commands: one that converts, one that decodes what came of it, as nothing less shows that it is
/// whole. All cores are busy in each. Samples are compared before a speed is printed.
///
/// ```
/// ./mvnw -Pbenchmark verify -am -pl processing-service -Dit.test=AudioBenchmark
/// ```
class AudioBenchmark {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int TRACKS = 4 * CORES;
    private static final int ROUNDS = 3;
    private static final Duration LENGTH = Duration.ofMinutes(3);

    private final Studio studio = TestStudio.open();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void besideBareFfmpeg(TargetFormat format) throws Exception {
        Files.createDirectories(directory.resolve("inbox"));
        for (int n = 0; n < TRACKS; n++) {
            TestStudio.music(source(n), LENGTH, n);
        }
        double[][] seconds = new double[4][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Path bare = Files.createDirectories(directory.resolve("bare-" + round));
            Path made = Files.createDirectories(directory.resolve("made-" + round));
            Path output = directory.resolve("output-" + round);
            Processing processing = TestProcessing.between(directory.resolve("inbox"), output)
                    .making(format)
                    .open();

            seconds[0][round] = seconds(CORES, n -> () -> convert(n, format, bare));
            seconds[1][round] = seconds(CORES, n -> () -> decode(file(bare, n, format)));
            seconds[2][round] = seconds(CORES, n -> () -> studio.convert(source(n), format, file(made, n, format)));
            seconds[3][round] = seconds(2 * CORES, n -> () -> processing.on(synced(n)));

            for (int n = 0; n < TRACKS; n++) {
                String samples = samples(file(bare, n, format));
                assertThat(samples(file(made, n, format))).isEqualTo(samples);
                assertThat(samples(output.resolve("Mara Lind - Song " + n + format.extension())))
                        .isEqualTo(samples);
            }
        }
        print(format, seconds);
    }

    private static void print(TargetFormat format, double[][] seconds) {
        double bare = median(seconds[0]);
        double both = bare + median(seconds[1]);
        double conversion = median(seconds[2]);
        double whole = median(seconds[3]);
        System.out.printf(
                "%s: %d tracks of %d s on %d cores, medians of %d: bare ffmpeg %.2f s, and decoding what it made %.2f"
                        + " s; Segue's conversion %.2f s (%.2f of bare); found, converted, verified, tagged, delivered"
                        + " %.2f s (%.2f of bare conversion and decoding, %.2f of bare conversion)%n",
                format,
                TRACKS,
                LENGTH.toSeconds(),
                CORES,
                ROUNDS,
                bare,
                both - bare,
                conversion,
                bare / conversion,
                whole,
                both / whole,
                bare / whole);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private Path source(int n) {
        return directory.resolve("inbox").resolve("Mara Lind - Song " + n + ".wav");
    }

    private static Path file(Path folder, int n, TargetFormat format) {
        return folder.resolve(n + format.extension());
    }

    private boolean convert(int n, TargetFormat format, Path folder) throws FileUnusable {
        return TestStudio.bare(TestStudio.converting(source(n), format, file(folder, n, format)));
    }

    private static boolean decode(Path file) {
        return TestStudio.bare(List.of("-i", file.toString(), "-f", "null", "-"));
    }

    private String samples(Path file) throws FileUnusable {
        return studio.hear(file).checksum().orElseThrow();
    }

    private static TrackSynced synced(int n) {
        return Synced.fact(Synced.track(n, "Song " + n, List.of("Mara Lind"), LENGTH, Optional.empty()));
    }

    private static double seconds(int atOnce, IntFunction<Callable<Object>> work)
            throws InterruptedException, ExecutionException {
        try (var crew = Executors.newFixedThreadPool(atOnce)) {
            long began = System.nanoTime();
            for (Future<Object> done :
                    crew.invokeAll(IntStream.range(0, TRACKS).mapToObj(work).toList())) {
                assertThat(done.get()).isNotInstanceOf(Outcome.Unusable.class).isNotEqualTo(false);
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
