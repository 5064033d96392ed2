package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.TrackSynced;
import dev.segue.processing.ffmpeg.TestStudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How fast files are made in each format, beside the bare ffmpeg command with the same arguments on the same files,
/// and
/// beside two such commands: one that converts, one that decodes what came of it, as nothing less shows that it is
/// whole. All cores are busy in each. Samples are compared before a speed is printed. Beside the time, the time of the
/// cores is measured, all programs included: it is the same on a machine where others work as well.
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
        var times = new Times[4][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Path bare = Files.createDirectories(directory.resolve("bare-" + round));
            Path made = Files.createDirectories(directory.resolve("made-" + round));
            Path output = directory.resolve("output-" + round);
            Processing processing = TestProcessing.between(directory.resolve("inbox"), output)
                    .making(format)
                    .open();

            List<List<String>> commands = commands(format, bare);
            times[0][round] = times(CORES, n -> () -> TestStudio.bare(commands.get(n)));
            times[1][round] = times(CORES, n -> () -> decode(file(bare, n, format)));
            times[2][round] = times(CORES, n -> () -> studio.convert(source(n), format, file(made, n, format)));
            times[3][round] = times(2 * CORES, n -> () -> processing.on(synced(n)));

            for (int n = 0; n < TRACKS; n++) {
                Path delivered = output.resolve("Mara Lind - Song " + n + format.extension());
                List<Path> same = List.of(file(bare, n, format), file(made, n, format), delivered);
                assertThat(same).extracting(this::samples).containsOnly(samples(same.getFirst()));
                for (Path file : same) {
                    Files.delete(file);
                }
            }
        }
        print(format, "seconds", medians(times, Times::wall));
        print(format, "seconds of the cores", medians(times, Times::cores));
    }

    /// @param wall  seconds
    /// @param cores seconds that they were busy for us
    private record Times(double wall, double cores) {

        static Times now() throws IOException {
            // of this process and of all that it waited for, in hundredths
            String[] fields = Files.readString(Path.of("/proc/self/stat"))
                    .replaceFirst("^.*\\) ", "")
                    .split(" ", -1);
            return new Times(
                    System.nanoTime() / 1e9,
                    IntStream.rangeClosed(11, 14)
                                    .mapToLong(at -> Long.parseLong(fields[at]))
                                    .sum()
                            / 100.0);
        }

        Times since(Times before) {
            return new Times(wall - before.wall, cores - before.cores);
        }
    }

    private static double[] medians(Times[][] times, ToDoubleFunction<Times> which) {
        return Arrays.stream(times)
                .mapToDouble(rounds ->
                        Arrays.stream(rounds).mapToDouble(which).sorted().toArray()[rounds.length / 2])
                .toArray();
    }

    private static void print(TargetFormat format, String unit, double[] medians) {
        double bare = medians[0];
        double decoding = medians[1];
        System.out.printf(
                "%s, %s, %d tracks of %d s on %d cores: bare ffmpeg %.2f, and decoding what it made %.2f; Segue's"
                        + " conversion %.2f (%.2f of bare ffmpeg's speed); found, converted, verified, tagged and"
                        + " delivered %.2f (%.2f of bare conversion and decoding, %.2f of bare conversion)%n",
                format,
                unit,
                TRACKS,
                LENGTH.toSeconds(),
                CORES,
                bare,
                decoding,
                medians[2],
                bare / medians[2],
                medians[3],
                (bare + decoding) / medians[3],
                bare / medians[3]);
    }

    private Path source(int n) {
        return directory.resolve("inbox").resolve("Mara Lind - Song " + n + ".wav");
    }

    private static Path file(Path folder, int n, TargetFormat format) {
        return folder.resolve(n + format.extension());
    }

    private List<List<String>> commands(TargetFormat format, Path folder) throws FileUnusable {
        var commands = new ArrayList<List<String>>();
        for (int n = 0; n < TRACKS; n++) {
            commands.add(TestStudio.converting(source(n), format, file(folder, n, format)));
        }
        return commands;
    }

    private static boolean decode(Path file) {
        return TestStudio.bare(List.of("-i", file.toString(), "-f", "null", "-"));
    }

    private String samples(Path file) {
        try {
            return studio.hear(file).checksum().orElseThrow();
        } catch (FileUnusable unusable) {
            throw new AssertionError(unusable);
        }
    }

    private static TrackSynced synced(int n) {
        return Synced.fact(Synced.track(n, "Song " + n, List.of("Mara Lind"), LENGTH, Optional.empty()));
    }

    private static Times times(int atOnce, IntFunction<Callable<Object>> work)
            throws InterruptedException, ExecutionException, IOException {
        // what was written before is not to wait for the disk now
        assertThat(new ProcessBuilder("sync").start().waitFor()).isZero();
        try (var crew = Executors.newFixedThreadPool(atOnce)) {
            Times began = Times.now();
            for (Future<Object> done :
                    crew.invokeAll(IntStream.range(0, TRACKS).mapToObj(work).toList())) {
                assertThat(done.get()).isNotInstanceOf(Outcome.Unusable.class).isNotEqualTo(false);
            }
            return Times.now().since(began);
        }
    }
}
