package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.segue.library.fact.TrackSynced;
import dev.segue.processing.Outcome.Imported;
import dev.segue.processing.Program.End;
import dev.segue.processing.ffmpeg.TestStudio;
import dev.segue.processing.inbox.Tone;
import dev.segue.processing.tags.TestTagger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jaudiotagger.tag.FieldKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What comes from outside may be anything: each has an outcome with a reason, and everything else goes on.
class BadInputTest {

    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final Duration SIX_HOURS = Duration.ofHours(6);

    @TempDir
    private Path directory;

    private Path inbox;

    @BeforeEach
    void makeFolders() throws IOException {
        inbox = Files.createDirectories(directory.resolve("inbox"));
    }

    @Test
    void eachBadFileIsNamedAndTheGoodOneIsDelivered() throws Exception {
        Files.writeString(inbox.resolve("Mara Lind - Text.mp3"), "this is no audio\n".repeat(1000));
        Files.createFile(inbox.resolve("Mara Lind - Nothing.mp3"));
        Tone.write(inbox.resolve("Mara Lind - Good.wav"), LENGTH);
        Processing processing = processing(directory.resolve("output"), TestStudio.open());

        List<Outcome> outcomes = Stream.of("Text", "Nothing", "Good")
                .map(title -> processing.on(synced(title, LENGTH)))
                .toList();

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        Outcome.Unusable.class,
                        unusable -> assertThat(unusable.why())
                                .startsWith("Mara Lind - Text.mp3: no audio that can be read"));
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.Unusable("Mara Lind - Nothing.mp3: the file is empty"));
        assertThat(outcomes.get(2)).isEqualTo(new Imported("Mara Lind - Good.flac"));
    }

    @Test
    void filesThatClaimMoreThanThereIsStopNobody() throws Exception {
        Claims.WAVE.write(inbox.resolve("Mara Lind - Wave.wav"));
        Claims.MP4.write(inbox.resolve("Mara Lind - Box.m4a"));
        Tone.write(inbox.resolve("Mara Lind - Good.wav"), LENGTH);
        Processing processing = processing(directory.resolve("output"), TestStudio.open());

        List<Outcome> outcomes = Stream.of("Wave", "Box", "Good")
                .map(title -> processing.on(synced(title, LENGTH)))
                .toList();

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        Outcome.Unusable.class,
                        unusable -> assertThat(unusable.why())
                                .startsWith(
                                        "Mara Lind - Wave.wav: no audio that can be read: its part \"fmt\" claims"));
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Outcome.Unusable.class,
                        unusable -> assertThat(unusable.why())
                                .startsWith(
                                        "Mara Lind - Box.m4a: no audio that can be read: its part \"ftyp\" claims"));
        assertThat(outcomes.get(2)).isEqualTo(new Imported("Mara Lind - Good.flac"));
    }

    @ParameterizedTest
    @MethodSource("titles")
    void aHostileTitleStaysInTheFolder(String title) throws Exception {
        Tone.tag(Tone.write(inbox.resolve("a.wav"), LENGTH), FieldKey.ISRC, "SEXYZ2100017");
        Path output = directory.resolve("output");
        var track = Synced.track(1, title, List.of("Mara Lind"), LENGTH, Optional.of("SEXYZ2100017"));

        Outcome outcome = processing(output, TestStudio.open()).on(Synced.fact(track));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Imported.class,
                        imported -> assertThat(output.resolve(imported.file()))
                                .hasParent(output)
                                .isNotEmptyFile());
        assertThat(files(output)).hasSize(1);
    }

    static Stream<String> titles() {
        return Stream.of(
                "../../etc/passwd",
                "-rf",
                "/etc/passwd",
                "nul",
                "..",
                "a\0b",
                "$(touch x)`id`",
                "\uD83C\uDFB5".repeat(300));
    }

    @Test
    void namesThatDifferInCaseOnlyAreTwoFiles() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Case Song.wav"), LENGTH);
        Tone.write(inbox.resolve("Mara Lind - CASE SONG.wav"), LENGTH.multipliedBy(2));
        Path output = directory.resolve("output");
        Processing processing = processing(output, TestStudio.open());

        processing.on(synced("Case Song", LENGTH));
        processing.on(synced("CASE SONG", LENGTH.multipliedBy(2)));

        assertThat(files(output))
                .hasSize(2)
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    @Test
    void sixHoursAreDelivered() throws Exception {
        Path mix = inbox.resolve("Mara Lind - Long Mix.flac");
        var making = List.of(
                TestStudio.ffmpeg(), "-nostdin", "-v", "error", "-f", "lavfi", "-i", "sine=400:r=8000:d=21600", "-c:a");
        var end = (End.Done) new Program()
                .run(
                        Stream.concat(making.stream(), Stream.of("flac", mix.toString()))
                                .toList(),
                        Duration.ofMinutes(5));
        assertThat(end.err()).isEmpty();

        Outcome outcome =
                processing(directory.resolve("output"), TestStudio.open()).on(synced("Long Mix", SIX_HOURS));

        assertThat(outcome).isEqualTo(new Imported("Mara Lind - Long Mix.flac"));
        assertThat(files(directory.resolve("output"))).containsExactly("Mara Lind - Long Mix.flac");
    }

    @Test
    void anFfmpegThatHangsIsStoppedAndTheFileNamed() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Good.wav"), LENGTH);
        Path hanging = Files.writeString(directory.resolve("program"), "#!/bin/sh\nsleep 63.337 & wait\n");
        assertThat(hanging.toFile().setExecutable(true)).isTrue();

        Outcome outcome = processing(directory.resolve("output"), TestStudio.at(hanging, Duration.ofMillis(300)))
                .on(synced("Good", LENGTH));

        assertThat(outcome).isEqualTo(new Outcome.Unusable("Mara Lind - Good.wav: ffmpeg was stopped after 0 s"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(ProcessHandle.allProcesses())
                        .noneMatch(
                                other -> other.info().commandLine().orElse("").contains("sleep 63.337")));
    }

    @Test
    void aFullDiskIsAPauseAndLeavesNoPartialFile() throws Exception {
        Path output = Files.createDirectory(directory.resolve("small"));
        assumeThat(mounted("-t", "tmpfs", "-o", "size=600k", "tmpfs", output.toString()))
                .as("a small disk can be mounted")
                .isTrue();
        try {
            Tone.write(inbox.resolve("Mara Lind - Good.wav"), LENGTH, 440, 44_100, 16);
            Files.write(output.resolve("else.bin"), new byte[400 * 1024]);
            Processing processing = processing(output, TestStudio.open());

            assertThatThrownBy(() -> processing.on(synced("Good", LENGTH))).isInstanceOf(ShelfUnavailable.class);
            List<String> whileFull = files(output);
            assertThat(mounted("-o", "remount,size=20m", output.toString())).isTrue();
            Outcome later = processing.on(synced("Good", LENGTH));

            assertThat(whileFull).containsExactly("else.bin");
            assertThat(later).isEqualTo(new Imported("Mara Lind - Good.flac"));
            assertThat(files(output)).containsExactlyInAnyOrder("else.bin", "Mara Lind - Good.flac");
        } finally {
            new ProcessBuilder("umount", output.toString()).start().waitFor();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDiskThatIsFullWhenTagsAreWrittenIsAPause(TargetFormat format) throws Exception {
        Path output = Files.createDirectory(directory.resolve("small"));
        assumeThat(mounted("-t", "tmpfs", "-o", "size=6m", "tmpfs", output.toString()))
                .isTrue();
        try {
            Tone.write(inbox.resolve("Mara Lind - Good.wav"), LENGTH, 440, 44_100, 16);
            Path rest = output.resolve("else.bin");
            Tagger late = (file, tags, from) -> {
                fill(rest);
                return TestTagger.get().tag(file, large(tags), from);
            };
            TestProcessing small = TestProcessing.between(inbox, output).making(format);
            Processing processing = small.with(late).open();

            assertThatThrownBy(() -> processing.on(synced("Good", LENGTH))).isInstanceOf(ShelfUnavailable.class);
            List<String> whileFull = files(output);
            Files.delete(rest);
            Outcome later = small.open().on(synced("Good", LENGTH));

            assertThat(whileFull).containsExactly("else.bin");
            assertThat(later).isEqualTo(new Imported("Mara Lind - Good" + format.extension()));
        } finally {
            new ProcessBuilder("umount", output.toString()).start().waitFor();
        }
    }

    private static void fill(Path file) {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (true) {
                out.write(ByteBuffer.allocate(4096));
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left on device");
        }
    }

    /// More than the room that is left in the last block of a file.
    private static Tags large(Tags tags) {
        return new Tags(
                tags.title(),
                tags.artists(),
                Optional.of("Last Stops ".repeat(2000)),
                tags.date(),
                tags.genres(),
                tags.label(),
                tags.isrc(),
                tags.tempo(),
                tags.key(),
                tags.id(),
                tags.link());
    }

    @Test
    void aQuotaThatIsUsedUpIsAPause() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Good.wav"), LENGTH);
        Path program = Files.writeString(directory.resolve("program"), """
                #!/bin/sh
                echo '[info]   Stream #0:0: Audio: pcm_s16le, 8000 Hz, mono, s16, 128 kb/s' >&2
                echo '[error] av_interleaved_write_frame(): Disk quota exceeded' >&2
                exit 1
                """);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Processing processing = processing(directory.resolve("output"), TestStudio.at(program, Duration.ofSeconds(20)));

        assertThatThrownBy(() -> processing.on(synced("Good", LENGTH)))
                .isInstanceOf(ShelfUnavailable.class)
                .hasMessageContaining("the disk is full");
    }

    @Test
    void anFfmpegThatMakesNothingIsNoFullDisk() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Good.wav"), LENGTH);
        Path program = Files.writeString(directory.resolve("program"), """
                #!/bin/sh
                echo '[info]   Stream #0:0: Audio: pcm_s16le, 8000 Hz, mono, s16, 128 kb/s' >&2
                echo "[fatal] Unknown encoder 'flac'" >&2
                exit 1
                """);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Processing processing = processing(directory.resolve("output"), TestStudio.at(program, Duration.ofSeconds(20)));

        Outcome outcome = processing.on(synced("Good", LENGTH));

        assertThat(outcome)
                .isEqualTo(new Outcome.Unusable(
                        "Mara Lind - Good.wav: nothing came of its conversion: Unknown encoder 'flac'"));
    }

    private static boolean mounted(String... how) throws Exception {
        try {
            var command = Stream.concat(Stream.of("mount"), Arrays.stream(how)).toList();
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private Processing processing(Path output, Studio studio) {
        return TestProcessing.between(inbox, output)
                .making(TargetFormat.FLAC)
                .with(studio)
                .open();
    }

    private static TrackSynced synced(String title, Duration length) {
        return Synced.fact(Synced.track(
                Math.floorMod(title.hashCode(), 10_000), title, List.of("Mara Lind"), length, Optional.empty()));
    }

    private static List<String> files(Path output) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }
}
