package dev.segue.processing.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.processing.FileUnusable;
import dev.segue.processing.Program;
import dev.segue.processing.Studio;
import dev.segue.processing.Take;
import dev.segue.processing.TargetFormat;
import dev.segue.processing.inbox.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FfmpegStudioTest {

    private static final Duration LENGTH = Duration.ofSeconds(3);

    @TempDir
    private Path directory;

    private final Studio studio = TestStudio.open();

    @ParameterizedTest
    @CsvSource({
        "MP3_320, mp3, 0",
        "AIFF, pcm_s16be, 16",
        "WAV, pcm_s16le, 16",
        "FLAC, flac, 16",
        "ALAC, alac, 16",
        "M4A, aac, 0"
    })
    void eachFormatIsWhatItSays(TargetFormat format, String codec, int bits) throws Exception {
        Path source = Tone.write(directory.resolve("a.wav"), LENGTH, 440, 44_100, 16);
        Path target = directory.resolve("b" + format.extension());

        Take heard = studio.convert(source, format, target);
        Take made = studio.hear(target, heard.sound().bits());

        assertThat(heard.complaints()).isEmpty();
        assertThat(heard.length()).isEqualTo(LENGTH);
        assertThat(made.sound().codec()).isEqualTo(codec);
        assertThat(made.sound().bits()).isEqualTo(bits);
        assertThat(made.sound().rate()).isEqualTo(44_100);
        assertThat(made.length()).isBetween(LENGTH, LENGTH.plusMillis(60));
        assertThat(made.complaints()).isEmpty();
        if (format.lossless()) {
            assertThat(made.checksum()).isEqualTo(heard.checksum());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AIFF", "WAV", "FLAC", "ALAC"})
    void twentyFourBitsStay(TargetFormat format) throws Exception {
        Path source = Tone.write(directory.resolve("a.wav"), LENGTH, 440, 96_000, 24);
        Path target = directory.resolve("b" + format.extension());

        Take heard = studio.convert(source, format, target);
        Take made = studio.hear(target);

        assertThat(made.sound().bits()).isEqualTo(24);
        assertThat(made.sound().rate()).isEqualTo(96_000);
        assertThat(made.checksum()).isEqualTo(heard.checksum());
    }

    @ParameterizedTest
    @EnumSource
    void aCutFileIsHeardAsCut(TargetFormat format) throws Exception {
        Path source = Tone.write(directory.resolve("a.wav"), LENGTH, 440, 44_100, 16);
        Path whole = directory.resolve("b" + format.extension());
        studio.convert(source, format, whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = directory.resolve("cut" + format.extension());
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));

        String seen = heard(cut);

        assertThat(seen).startsWith("damaged");
    }

    @ParameterizedTest
    @CsvSource({"MP3_320, -14, -14", "FLAC, -23, -23", "ALAC, -14, -14", "WAV, -5, -5"})
    void loudnessIsBroughtToItsTargetOrAsNearAsThePeaksLetIt(TargetFormat format, double target, double reached)
            throws Exception {
        Path source = Tone.write(directory.resolve("a.wav"), Duration.ofSeconds(10), 997, 44_100, 24);
        Path made = directory.resolve("b" + format.extension());

        TestStudio.open(target).convert(source, format, made);

        assertThat(loudness(made)).isCloseTo(reached, within(0.5));
        assertThat(studio.look(made).rate()).isEqualTo(44_100);
    }

    @Test
    void whatIsSilentIsNotMadeLouder() throws Exception {
        Path silence = Tone.write(directory.resolve("a.wav"), LENGTH, 0, 44_100, 16);

        Path made = directory.resolve("b.flac");
        TestStudio.open(-14).convert(silence, TargetFormat.FLAC, made);

        assertThat(studio.hear(made).peak()).hasValue(Double.NEGATIVE_INFINITY);
    }

    @Test
    void silenceHasNoPeak() throws Exception {
        Path silence = Tone.write(directory.resolve("a.wav"), LENGTH, 0, 8_000, 16);

        Take heard = studio.hear(silence);

        assertThat(heard.peak()).hasValue(Double.NEGATIVE_INFINITY);
        assertThat(heard.length()).isEqualTo(LENGTH);
    }

    @Test
    void whatIsNoAudioIsUnusable() throws Exception {
        Path text = Files.writeString(directory.resolve("-rf.mp3"), "this is no audio");

        assertThatThrownBy(() -> studio.look(text))
                .isInstanceOf(FileUnusable.class)
                .hasMessage("-rf.mp3: no audio that can be read");
    }

    @Test
    void whoHangsIsStopped() throws Exception {
        Path hanging = script("sleep 61.337 & wait");
        var program = new Program();
        Studio slow = new FfmpegStudio(program, hanging.toString(), Duration.ofMillis(300), Optional.empty());

        assertThatThrownBy(() -> slow.hear(directory.resolve("a.wav")))
                .isInstanceOf(FileUnusable.class)
                .hasMessage("a.wav: ffmpeg was stopped after 0 s");

        Awaitility.await()
                .untilAsserted(() -> assertThat(ProcessHandle.allProcesses().filter(ProcessHandle::isAlive))
                        .noneMatch(
                                child -> child.info().commandLine().orElse("").contains("sleep 61.337")));
    }

    @Test
    void whoIsKilledIsTriedOnceMore() throws Exception {
        Path source = Tone.write(directory.resolve("a.wav"), LENGTH, 440, 44_100, 16);
        Path marker = directory.resolve("killed");
        Path once = script("[ -e '%s' ] || { touch '%s'; kill -KILL $$; }; exec '%s' \"$@\""
                .formatted(marker, marker, TestStudio.ffmpeg()));

        Take heard = TestStudio.at(once, Duration.ofMinutes(1)).hear(source);

        assertThat(marker).exists();
        assertThat(heard.complaints()).isEmpty();
        assertThat(heard.length()).isEqualTo(LENGTH);
    }

    @Test
    void aFileOfWhichFfmpegIsKilledAgainIsNotCalledDamaged() throws Exception {
        Path source = Tone.write(directory.resolve("a.wav"), LENGTH, 440, 44_100, 16);
        Path killed = script("'%s' \"$@\" 2>&1 | grep -v size= >&2; kill -KILL $$".formatted(TestStudio.ffmpeg()));
        Studio studio = TestStudio.at(killed, Duration.ofMinutes(1));

        assertThatThrownBy(() -> studio.hear(source))
                .isInstanceOf(FileUnusable.class)
                .hasMessage("a.wav: ffmpeg was killed twice, and ended with 137");
    }

    @Test
    void endlessComplaintsAreKeptShort() throws Exception {
        Path loud = script("i=0; while [ $i -lt 20000 ]; do echo '[error] it is all broken' >&2; i=$((i+1)); done");
        var program = new Program();

        var end = (Program.End.Done) program.run(java.util.List.of(loud.toString()), Duration.ofSeconds(30));

        assertThat(end.err().length()).isBetween(60_000, 70_000);
    }

    @Test
    void withoutFfmpegEveryQuestionIsRefused() {
        assertThatThrownBy(() -> TestStudio.closed().hear(Path.of("a.wav"))).hasMessage("a.wav: there is no ffmpeg");
    }

    private String heard(Path file) {
        try {
            Take take = studio.hear(file);
            boolean whole = take.complaints().isEmpty()
                    && take.sound()
                            .claimed()
                            .filter(claimed -> claimed.minus(take.length()).toMillis() > 150)
                            .isEmpty()
                    && take.length().compareTo(LENGTH) >= 0;
            return whole ? "whole" : "damaged " + take;
        } catch (FileUnusable unusable) {
            return "damaged: " + unusable.getMessage();
        }
    }

    private static double loudness(Path file) {
        var arguments = java.util.List.of(
                TestStudio.ffmpeg(), "-nostdin", "-i", file.toString(), "-af", "ebur128", "-f", "null", "-");
        var end = (Program.End.Done) new Program().run(arguments, Duration.ofSeconds(30));
        String summary = end.err().substring(end.err().lastIndexOf("Integrated loudness:"));
        return Double.parseDouble(summary.lines()
                .filter(line -> line.contains("I:"))
                .findFirst()
                .orElseThrow()
                .replaceAll("[^\\d.-]", ""));
    }

    private Path script(String text) throws IOException {
        Path script = Files.writeString(directory.resolve("program"), "#!/bin/sh\n" + text + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }
}
