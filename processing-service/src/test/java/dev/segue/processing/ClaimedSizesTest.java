package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.segue.processing.ffmpeg.TestStudio;
import dev.segue.processing.inbox.Tone;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jaudiotagger.tag.FieldKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimedSizesTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void aPartThatClaimsMoreThanThereIsIsNamed(Claims claims) throws Exception {
        Path file = claims.write(directory.resolve("file"));

        Optional<String> flaw = ClaimedSizes.flaw(file);

        assertThat(flaw)
                .hasValueSatisfying(text -> assertThat(text).startsWith("its part \"" + claims.part() + "\" claims "));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsWrongWithATaggedFileWholeOrCut(TargetFormat format) throws Exception {
        Path source = Tone.write(directory.resolve("a.wav"), Duration.ofSeconds(2), 440, 44_100, 16);
        Path whole = directory.resolve("b" + format.extension());
        TestStudio.open().convert(source, format, whole);
        Tone.tag(whole, FieldKey.TITLE, "Night Bus");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(bytes, bytes.length / 2));

        Optional<String> ofWhole = ClaimedSizes.flaw(whole);
        Optional<String> ofCut = ClaimedSizes.flaw(cut);

        assertThat(ofWhole).isEmpty();
        assertThat(ofCut).isEmpty();
    }

    @Test
    void aFileOfManyGigabytesOfZerosIsNotReadToItsEnd() throws Exception {
        Path file = Files.writeString(directory.resolve("zeros.wav"), "RIFF");
        try (FileChannel sparse = FileChannel.open(file, StandardOpenOption.WRITE)) {
            sparse.write(ByteBuffer.allocate(1), 1L << 36);
        }

        Optional<String> flaw = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ClaimedSizes.flaw(file));

        assertThat(flaw).isEmpty();
    }

    @Test
    void ofOtherFilesNothingIsSaid() throws Exception {
        Path text = Files.writeString(directory.resolve("text"), "this is no audio");
        Path empty = Files.createFile(directory.resolve("empty"));

        assertThat(ClaimedSizes.flaw(text)).isEmpty();
        assertThat(ClaimedSizes.flaw(empty)).isEmpty();
    }
}
