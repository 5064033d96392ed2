package dev.segue.processing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.processing.InboxFile;
import dev.segue.processing.Stamp;
import dev.segue.processing.ffmpeg.TestStudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tags of Opus, as ffmpeg writes them.
class OpusFileTest {

    private static final Duration LENGTH = Duration.ofSeconds(20);
    private static final List<String> TAGS = List.of(
            "title=Night = Bus", "artist=Mara Lind", "ISRC=SEXYZ2100017", "comment=" + "of many pages ".repeat(6_000));

    @TempDir
    private Path directory;

    private Path tone;

    @BeforeEach
    void record() throws IOException {
        tone = Tone.write(directory.resolve("a.wav"), LENGTH, 440, 48_000, 16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01.opus", "01.OPUS", "01.ogg"})
    void tagsAndLengthAreRead(String name) throws Exception {
        Path file = made(name);

        InboxFile read = read(file);

        assertThat(read.flaw()).isEmpty();
        assertThat(read.title()).contains("Night = Bus");
        assertThat(read.artists()).containsExactly("Mara Lind");
        assertThat(read.isrc()).contains("SEXYZ2100017");
        assertThat(read.duration().orElseThrow().minus(LENGTH).abs()).isLessThan(Duration.ofMillis(10));
    }

    /// So it is found, and then heard to be cut.
    @Test
    void theLengthOfACutFileIsUnknown() throws Exception {
        byte[] bytes = Files.readAllBytes(made("01.opus"));
        Path cut = Files.write(directory.resolve("cut.opus"), Arrays.copyOf(bytes, bytes.length * 2 / 3));

        InboxFile read = read(cut);

        assertThat(read.title()).contains("Night = Bus");
        assertThat(read.duration()).isEmpty();
    }

    @Test
    void aVorbisFileIsReadAsBefore() throws Exception {
        Path file = made("01.ogg", "libvorbis");

        InboxFile read = read(file);

        assertThat(read.flaw()).isEmpty();
        assertThat(read.artists()).containsExactly("Mara Lind");
        assertThat(read.duration()).isPresent();
    }

    @Test
    void whateverIsInAFileItIsNamedByItsNameAtLeast() throws Exception {
        byte[] bytes = Files.readAllBytes(made("01.opus"));
        var random = new Random(7);
        Path file = directory.resolve("Mara Lind - Day Bus.opus");
        for (int n = 0; n < 2000; n++) {
            byte[] broken = Arrays.copyOf(bytes, random.nextInt(1, n % 2 == 0 ? 400 : bytes.length));
            for (int hits = random.nextInt(30); hits > 0; hits--) {
                broken[random.nextInt(Math.min(broken.length, 400))] = (byte) random.nextInt();
            }
            Files.write(file, broken);

            InboxFile read = read(file);

            assertThat(read.flaw()).isEmpty();
            assertThat(read.title()).isPresent();
            assertThat(read.artists()).isNotEmpty();
        }
    }

    private Path made(String name) {
        return made(name, "libopus");
    }

    private Path made(String name, String coder) {
        Path file = directory.resolve(name);
        Stream<String> tags = TAGS.stream().flatMap(tag -> Stream.of("-metadata", tag));
        List<String> arguments = Stream.of(
                        Stream.of("-i", tone.toString(), "-c:a", coder), tags, Stream.of("-f", "ogg", file.toString()))
                .flatMap(part -> part)
                .toList();
        assertThat(TestStudio.bare(arguments)).as("ffmpeg makes %s", name).isTrue();
        return file;
    }

    private static InboxFile read(Path file) throws IOException {
        return AudioTags.read(file, file.getFileName().toString(), new Stamp(Files.size(file), Instant.EPOCH));
    }
}
