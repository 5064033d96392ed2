package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.processing.Outcome.Damaged;
import dev.segue.processing.Outcome.Imported;
import dev.segue.processing.ffmpeg.TestStudio;
import dev.segue.processing.inbox.Tone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sources that are neither MP3 with a count of its frames nor lossless.
class CompressedSourcesTest extends WithFolders {

    private static final Duration LENGTH = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({"cut.mp3, libmp3lame", "cut.ogg, libvorbis", "cut.opus, libopus"})
    void aCutFileThatNeverSaidHowLongItIsIsDamaged(String name, String coder) throws Exception {
        Path whole = directory.resolve(name);
        Path tone = Tone.write(directory.resolve("a.wav"), LENGTH, 440, 48_000, 16);
        assertThat(TestStudio.bare(List.of("-i", tone.toString(), "-c:a", coder, "-write_xing", "0", whole.toString())))
                .isTrue();
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = inbox.resolve("Mara Lind - Night Bus" + name.substring(3));
        Files.write(cut, Arrays.copyOf(bytes, bytes.length * 39 / 40));

        Outcome outcome = deliver();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Damaged.class, damaged -> assertThat(damaged.why()).contains("cut off: "));
        assertThat(files()).isEmpty();
    }

    @Test
    void anOpusFileIsFoundByItsTags() throws Exception {
        Path tone = Tone.write(directory.resolve("a.wav"), LENGTH, 440, 48_000, 16);
        Path source = inbox.resolve("01.opus");
        var tags = List.of("-metadata", "title=Night Bus", "-metadata", "artist=Mara Lind");
        var coding = Stream.of(List.of("-i", tone.toString(), "-c:a", "libopus"), tags, List.of(source.toString()));
        assertThat(TestStudio.bare(coding.flatMap(List::stream).toList())).isTrue();

        Outcome outcome = deliver();

        assertThat(outcome).isEqualTo(new Imported("Mara Lind - Night Bus.mp3"));
    }

    /// Its frames are not counted either, but each says how long it is.
    @ParameterizedTest
    @ValueSource(ints = {1, 17, 100})
    void aRawAacFileThatIsCutIsDamaged(int missing) throws Exception {
        Path whole = directory.resolve("whole.aac");
        Path tone = Tone.write(directory.resolve("a.wav"), LENGTH, 440, 44_100, 16);
        assertThat(TestStudio.bare(List.of("-i", tone.toString(), "-c:a", "aac", whole.toString())))
                .isTrue();
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(inbox.resolve("Mara Lind - Night Bus.aac"), Arrays.copyOf(bytes, bytes.length - missing));

        Outcome outcome = deliver();

        assertThat(outcome).isInstanceOf(Damaged.class);
        assertThat(files()).isEmpty();
    }

    private Outcome deliver() {
        return TestProcessing.between(inbox, output)
                .open()
                .on(Synced.fact(Synced.track(1, "Night Bus", List.of("Mara Lind"), LENGTH, Optional.empty())));
    }
}
