package dev.segue.processing.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.processing.Studio;
import dev.segue.processing.Take;
import dev.segue.processing.Take.Sound;
import dev.segue.processing.TargetFormat;
import dev.segue.processing.inbox.Tone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlainHeaderTest {

    private static final Duration LENGTH = Duration.ofSeconds(1);

    @TempDir
    private Path directory;

    private final Studio studio = TestStudio.open();

    @ParameterizedTest
    @CsvSource({
        "WAV, 44100, 16",
        "WAV, 96000, 24",
        "AIFF, 44100, 16",
        "AIFF, 192000, 24",
        "FLAC, 8000, 16",
        "FLAC, 48000, 24"
    })
    void itSaysWhatFfmpegSays(TargetFormat format, int rate, int bits) throws Exception {
        Path file = made(format, rate, bits);
        Sound asked = studio.hear(file).sound();

        Optional<Sound> seen = PlainHeader.of(file);

        assertThat(seen).hasValue(new Sound(asked.codec(), asked.rate(), asked.bits(), Optional.empty()));
        assertThat(asked.bits()).isEqualTo(bits);
    }

    @ParameterizedTest
    @EnumSource(names = {"MP3_320", "ALAC", "M4A"})
    void ofOthersFfmpegIsAsked(TargetFormat format) throws Exception {
        Path file = made(format, 44_100, 16);

        Optional<Sound> seen = PlainHeader.of(file);

        assertThat(seen).isEmpty();
        assertThat(studio.look(file).rate()).isEqualTo(44_100);
    }

    @Test
    void aFileThatEndsInItsHeaderSaysNothing() throws Exception {
        byte[] whole = Files.readAllBytes(made(TargetFormat.FLAC, 44_100, 16));
        for (int length = 0; length < 42; length++) {
            Path cut = Files.write(directory.resolve("cut.flac"), java.util.Arrays.copyOf(whole, length));

            assertThat(PlainHeader.of(cut)).isEmpty();
        }
    }

    @Test
    void aWaveIsConvertedByOneProgram() throws Exception {
        Path source = Tone.write(directory.resolve("a.wav"), LENGTH, 440, 44_100, 16);
        Path starts = directory.resolve("starts");
        Path program = Files.writeString(
                directory.resolve("program"),
                "#!/bin/sh\necho . >> %s\nexec %s \"$@\"\n".formatted(starts, TestStudio.ffmpeg()));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Path target = directory.resolve("b.flac");

        Take heard = TestStudio.at(program, Duration.ofMinutes(1)).convert(source, TargetFormat.FLAC, target);

        assertThat(heard.checksum())
                .isEqualTo(studio.hear(target, heard.sound().bits()).checksum());
        assertThat(starts).hasContent(".");
    }

    private Path made(TargetFormat format, int rate, int bits) throws Exception {
        Path tone = Tone.write(directory.resolve("tone.wav"), LENGTH, 440, rate, bits);
        Path file = directory.resolve("made" + format.extension());
        studio.convert(tone, format, file);
        return file;
    }
}
