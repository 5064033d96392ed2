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
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A backup, and an inbox of made-up tones, end as files in each format, with a playlist, and in Eagle.
class AudioIT {

    private static final int SECONDS = 12;

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource({"mp3-320, .mp3", "aiff, .aiff", "wav, .wav", "flac, .flac", "alac, .m4a", "m4a, .m4a"})
    void aRunEndsWithFilesAPlaylistAndEagleItems(String format, String extension) throws Exception {
        Path backup = Tones.backup(
                temporary.resolve("backup"), List.of("Night Bus", "Day Bus", "What? Now", "No File"), SECONDS);
        Path inbox = Tones.inbox(temporary.resolve("inbox"), List.of("Night Bus", "Day Bus", "What Now"), SECONDS);
        List<String> delivered = Stream.of("Night Bus", "Day Bus", "What_ Now")
                .map(title -> "Mara Lind - " + title + extension)
                .toList();
        try (EagleStandIn eagle = EagleStandIn.start(0);
                WholeSystem system = WholeSystem.start(
                        temporary.resolve("home"),
                        backup,
                        Map.of(
                                "SEGUE_AUDIO_INBOX", inbox.toString(),
                                "SEGUE_AUDIO_FORMAT", format,
                                "SEGUE_EAGLE_BASE_URL", eagle.address().toString()))) {
            RunTally first = system.run((_, _) -> {});
            RunTally second = system.run((_, _) -> {});

            assertThat(first.outcomes()).isEqualTo(Map.of("IMPORTED", 3, "NO_AUDIO", 1));
            assertThat(second.outcomes()).isEqualTo(first.outcomes());
            assertThat(files(system.audio(), extension)).containsExactlyInAnyOrderElementsOf(delivered);
            assertThat(eagle.items())
                    .extracting(Item::url)
                    .doesNotHaveDuplicates()
                    .hasSize(3);
            assertThat(eagle.folders()).hasSize(1);
            assertThat(eagle.items())
                    .allSatisfy(item -> assertThat(item.folders())
                            .containsExactlyElementsOf(eagle.folders().keySet()))
                    .allSatisfy(item -> assertThat(item.tags()).contains("dream pop"));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(files(system.audio(), ".m3u8"))
                            .singleElement()
                            .satisfies(
                                    playlist -> assertThat(named(system.audio().resolve(playlist)))
                                            .containsExactlyElementsOf(delivered)));
        }
    }

    private static List<String> files(Path directory, String extension) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(extension))
                    .toList();
        }
    }

    private static List<String> named(Path playlist) throws IOException {
        return Files.readAllLines(playlist).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
