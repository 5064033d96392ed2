package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.processing.Program.End;
import dev.segue.processing.ffmpeg.TestStudio;
import dev.segue.processing.inbox.OpenFolders;
import dev.segue.processing.inbox.Tone;
import dev.segue.processing.tags.TestTagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast files are made, beside nothing but ffmpeg, and whether exactly the damaged ones are refused:
/// `./mvnw -Pbenchmark verify -am -pl processing-service -Dit.test=AudioBenchmark`
class AudioBenchmark {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @TempDir
    private Path directory;

    @Test
    void conversionBesideBareFfmpeg() throws Exception {
        int tracks = 12;
        Duration length = Duration.ofMinutes(3);
        for (int n = 0; n < tracks; n++) {
            Tone.write(source(n), length, 220 + 10 * n, 44_100, 16);
        }
        Path bare = Files.createDirectories(directory.resolve("bare"));

        double alone = seconds(tracks, n -> () -> ffmpeg(source(n), bare.resolve(n + ".mp3")));
        Processing processing = processing();
        double whole = seconds(
                tracks,
                n -> () -> processing.on(
                        Synced.fact(Synced.track(n, "Song " + n, List.of("Mara Lind"), length, Optional.empty()))));

        System.out.printf(
                "%d tracks of %d s on %d cores: bare ffmpeg %.1f s, found, converted, verified and tagged %.1f s: %.2f%n",
                tracks, length.toSeconds(), CORES, alone, whole, alone / whole);
        assertThat(output()).hasSize(tracks);
    }

    @Test
    void exactlyTheDamagedAreRefused() throws Exception {
        int tracks = 500;
        Duration length = Duration.ofSeconds(5);
        Path whole = Tone.write(directory.resolve("whole.wav"), length, 440, 22_050, 16);
        Path mp3 = directory.resolve("whole.mp3");
        Path flac = directory.resolve("whole.flac");
        TestStudio.open().convert(whole, TargetFormat.MP3_320, mp3);
        TestStudio.open().convert(whole, TargetFormat.FLAC, flac);
        Files.createDirectories(directory.resolve("inbox"));
        for (int n = 0; n < tracks; n++) {
            Path kind = List.of(whole, mp3, flac).get(n % 3);
            byte[] bytes = Files.readAllBytes(kind);
            String name = "Mara Lind - Song " + n
                    + kind.toString().substring(kind.toString().lastIndexOf('.'));
            Files.write(
                    directory.resolve("inbox").resolve(name),
                    damaged(n) ? Arrays.copyOf(bytes, bytes.length * 2 / 3) : bytes);
        }
        Processing processing = processing();

        Set<Integer> refused = IntStream.range(0, tracks)
                .parallel()
                .filter(n -> !(processing.on(Synced.fact(
                                Synced.track(n, "Song " + n, List.of("Mara Lind"), length, Optional.empty())))
                        instanceof Outcome.Imported))
                .boxed()
                .collect(Collectors.toSet());

        System.out.printf("%d tracks, %d damaged, %d refused%n", tracks, tracks / 20, refused.size());
        assertThat(refused)
                .isEqualTo(IntStream.range(0, tracks)
                        .filter(AudioBenchmark::damaged)
                        .boxed()
                        .collect(Collectors.toSet()));
        assertThat(output()).hasSize(tracks - refused.size());
    }

    private static boolean damaged(int n) {
        return n % 20 == 7;
    }

    private Path source(int n) {
        return directory.resolve("inbox").resolve("Mara Lind - Song " + n + ".wav");
    }

    private static boolean ffmpeg(Path from, Path to) {
        var command = List.of(
                TestStudio.ffmpeg(), "-nostdin", "-v", "error", "-i", from.toString(), "-b:a", "320k", to.toString());
        return new Program().run(command, Duration.ofMinutes(5)) instanceof End.Done(int exit, String _, String _)
                && exit == 0;
    }

    /// As many at once as there are cores.
    private static double seconds(int tracks, IntFunction<Callable<Object>> work)
            throws InterruptedException, ExecutionException {
        try (var crew = Executors.newFixedThreadPool(CORES)) {
            long began = System.nanoTime();
            for (Future<Object> done :
                    crew.invokeAll(IntStream.range(0, tracks).mapToObj(work).toList())) {
                assertThat(done.get()).isNotInstanceOf(Outcome.Unusable.class).isNotEqualTo(false);
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private List<String> output() throws IOException {
        try (var files = Files.list(directory.resolve("output"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }

    private Processing processing() {
        Path output = directory.resolve("output");
        OpenFolders folders = OpenFolders.at(directory.resolve("inbox"), output, Instant::now);
        return new Processing(
                new Processing.Rules(DuplicateRule.MARK, TargetFormat.MP3_320, FileName.TEMPLATE),
                folders.inbox(),
                Download.none(),
                folders.bench(),
                TestStudio.open(),
                TestTagger.get(),
                folders.shelf(),
                Eagle.none(),
                Playlists.none(),
                new Waiting(output.resolve(".segue-waiting.jsonl"), Duration.ofDays(7), Instant::now));
    }
}
