package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.processing.Outcome.Imported;
import dev.segue.processing.Outcome.NoAudio;
import dev.segue.processing.ffmpeg.TestStudio;
import dev.segue.processing.inbox.OpenFolders;
import dev.segue.processing.inbox.Tone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.tag.FieldKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// From the inbox to the output folder, with a real ffmpeg.
class DeliveryTest extends WithDelivery {

    @ParameterizedTest
    @EnumSource
    void everyFormatIsDeliveredTaggedAndWhole(TargetFormat format) throws Exception {
        Path source = tagged(Tone.write(inbox.resolve("a.wav"), LENGTH));
        byte[] before = Files.readAllBytes(source);

        Outcome outcome = processing(format).on(Synced.fact(track("Night Bus")));

        String name = "Mara Lind - Night Bus" + format.extension();
        assertThat(outcome).isEqualTo(new Imported(name));
        Take made = TestStudio.open().hear(output.resolve(name));
        assertThat(made.complaints()).isEmpty();
        assertThat(made.length()).isBetween(LENGTH, LENGTH.plusMillis(400));
        assertThat(AudioFileIO.read(output.resolve(name).toFile()).getTag().getFirst(FieldKey.ISRC))
                .isEqualTo(ISRC);
        assertThat(source).hasBinaryContent(before);
        assertThat(files()).containsExactly(name);
    }

    @Test
    void anMp3IsNotCodedAgain() throws Exception {
        Path wave = Tone.write(directory.resolve("a.wav"), LENGTH, 440, 44_100, 16);
        Path source = inbox.resolve("Mara Lind - Night Bus.mp3");
        TestStudio.open().convert(wave, TargetFormat.MP3_320, source);
        var samples = TestStudio.open().hear(source).checksum();

        Outcome outcome = processing(TargetFormat.MP3_320).on(Synced.fact(track("Night Bus")));

        assertThat(outcome).isEqualTo(new Imported("Mara Lind - Night Bus.mp3"));
        Path delivered = output.resolve("Mara Lind - Night Bus.mp3");
        assertThat(TestStudio.open().hear(delivered).checksum()).isEqualTo(samples);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLAC", "WAV"})
    void aFileThatIsStillWrittenWhileItIsReadIsTakenWhenItIsWhole(TargetFormat format) throws Exception {
        Path file = Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 2));
        var fact = Synced.fact(track("Night Bus"));

        Outcome early = processing(format, whileSomebodyWrites(file, whole)).on(fact);
        Outcome later = processing(format).on(fact);

        assertThat(early)
                .isEqualTo(new NoAudio("Mara Lind - Night Bus.wav: it changed while it was read;"
                        + " it is read again when it is whole"));
        assertThat(later).isEqualTo(new Imported("Mara Lind - Night Bus" + format.extension()));
    }

    @Test
    void withoutFfmpegNothingIsDeliveredUnheard() throws Exception {
        tagged(Tone.write(inbox.resolve("a.wav"), LENGTH));

        Outcome mp3 = processing(TargetFormat.MP3_320, TestStudio.closed()).on(Synced.fact(track("Night Bus")));
        Outcome wav = processing(TargetFormat.WAV, TestStudio.closed()).on(Synced.fact(track("Night Bus")));

        assertThat(mp3).isEqualTo(wav).isEqualTo(new Outcome.Unusable("a.wav: there is no ffmpeg"));
        assertThat(files()).isEmpty();
    }

    @Test
    void anFfmpegThatCannotBeUnpackedNowIsWaitedFor() throws Exception {
        tagged(Tone.write(inbox.resolve("a.wav"), LENGTH));
        var full = new AtomicBoolean(true);
        Processing processing = processing(TargetFormat.FLAC, TestStudio.late(full));

        assertThatThrownBy(() -> processing.on(Synced.fact(track("Night Bus"))))
                .isInstanceOf(ShelfUnavailable.class)
                .hasMessageStartingWith("the packaged ffmpeg cannot be unpacked");
        full.set(false);

        assertThat(processing.on(Synced.fact(track("Night Bus"))))
                .isEqualTo(new Imported("Mara Lind - Night Bus.flac"));
    }

    @Test
    void twoTracksAtOnceNeverShareAFile() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        Processing processing = processing(TargetFormat.FLAC);
        List<Callable<Outcome>> both = IntStream.of(1, 2)
                .mapToObj(n -> (Callable<Outcome>) () -> processing.on(
                        Synced.fact(Synced.track(n, "Night Bus", List.of("Mara Lind"), LENGTH, Optional.empty()))))
                .toList();

        List<Class<?>> outcomes;
        try (var crew = Executors.newFixedThreadPool(2)) {
            outcomes = crew.invokeAll(both).stream()
                    .<Class<?>>map(done -> done.resultNow().getClass())
                    .toList();
        }

        assertThat(outcomes).containsExactlyInAnyOrder(Imported.class, NoAudio.class);
    }

    @Test
    void aKillAfterAnyStepIsMadeGood() throws Exception {
        tagged(Tone.write(inbox.resolve("a.wav"), LENGTH));
        var fact = Synced.fact(track("Night Bus"));
        for (int kill = 1; kill < 20; kill++) {
            assertThat(files()).as("before kill " + kill).isEmpty();
            var steps = new AtomicInteger(kill);
            try {
                killedAfter(steps).on(fact);
                break; // it was through before the kill came
            } catch (Killed killed) {
                // and anew
            }
        }

        assertThat(files()).containsExactly("Mara Lind - Night Bus.mp3");
        assertThat(processing(TargetFormat.MP3_320).on(fact)).isEqualTo(new Imported("Mara Lind - Night Bus.mp3"));
        assertThat(TestStudio.open()
                        .hear(output.resolve("Mara Lind - Night Bus.mp3"))
                        .complaints())
                .isEmpty();
    }

    @Test
    void aFullDiskIsAPauseAndNotAnAnswer() throws Exception {
        Path small = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(small));
        Path source = Tone.write(inbox.resolve("a.wav"), LENGTH);

        assertThatThrownBy(() -> TestStudio.open().convert(source, TargetFormat.FLAC, small))
                .isInstanceOf(ShelfUnavailable.class);
    }

    /// A studio that hears the file as it is, while the rest of it is being written.
    private static Studio whileSomebodyWrites(Path file, byte[] whole) {
        Studio studio = TestStudio.open();
        return (Studio) java.lang.reflect.Proxy.newProxyInstance(
                DeliveryTest.class.getClassLoader(), new Class<?>[] {Studio.class}, (_, method, arguments) -> {
                    Object heard = method.invoke(studio, arguments);
                    Files.write(file, whole);
                    return heard;
                });
    }

    private Processing killedAfter(AtomicInteger steps) {
        OpenFolders folders = OpenFolders.at(inbox, output, Instant::now);
        var mortal = (Bench) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Bench.class}, (_, method, arguments) -> {
                    if (steps.getAndDecrement() == 0) {
                        throw new Killed();
                    }
                    return method.invoke(folders.bench(), arguments);
                });
        return TestProcessing.of(folders, output).with(mortal).open();
    }

    /// The service dies.
    private static final class Killed extends Error {
        @java.io.Serial
        private static final long serialVersionUID = 1;
    }
}
