package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.Track;
import dev.segue.processing.Outcome.Damaged;
import dev.segue.processing.Outcome.Imported;
import dev.segue.processing.Outcome.NoAudio;
import dev.segue.processing.Outcome.PreviewOnly;
import dev.segue.processing.ffmpeg.TestStudio;
import dev.segue.processing.inbox.OpenFolders;
import dev.segue.processing.inbox.Tone;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.params.provider.ValueSource;

/// From the inbox to the output folder, with a real ffmpeg.
class DeliveryTest extends WithFolders {

    private static final Duration LENGTH = Duration.ofSeconds(20);
    private static final String ISRC = "SEXYZ2100017";

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
    @EnumSource(names = {"MP3_320", "FLAC", "WAV"})
    void aCutFileIsDamagedAndStaysWhereItIs(TargetFormat kind) throws Exception {
        Path whole = directory.resolve("whole" + kind.extension());
        TestStudio.open().convert(Tone.write(directory.resolve("a.wav"), LENGTH), kind, whole);
        tagged(whole);
        Path cut = inbox.resolve("cut" + kind.extension());
        byte[] bytes = Files.readAllBytes(whole);
        // a WAV file has its tags at the end, so it is found by its name
        Path named = kind == TargetFormat.WAV ? inbox.resolve("Mara Lind - Night Bus.wav") : cut;
        Files.write(named, Arrays.copyOf(bytes, bytes.length / 2));

        Outcome outcome = processing(TargetFormat.MP3_320).on(Synced.fact(track("Night Bus")));

        assertThat(outcome).isInstanceOfAny(Damaged.class, Outcome.Unusable.class);
        assertThat(named).hasSize(bytes.length / 2);
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatOtherProgramsLeaveInAnMp3IsNoDamage(Leavings leavings) throws Exception {
        Path whole = directory.resolve("whole.mp3");
        Path wave = Tone.write(directory.resolve("a.wav"), LENGTH, 440, 44_100, 16);
        TestStudio.open().convert(wave, TargetFormat.MP3_320, whole);
        Files.write(inbox.resolve("Mara Lind - Night Bus.mp3"), leavings.in(Files.readAllBytes(whole)));

        Outcome outcome = processing(TargetFormat.MP3_320).on(Synced.fact(track("Night Bus")));

        assertThat(outcome).isEqualTo(new Imported("Mara Lind - Night Bus.mp3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "image/png", "image/gif", "image/bmp", "image/tiff", "image/webp"})
    void aCoverThatIsNoPictureIsNoDamage(String kind) throws Exception {
        Path whole = directory.resolve("whole.flac");
        TestStudio.open().convert(Tone.write(directory.resolve("a.wav"), LENGTH), TargetFormat.FLAC, whole);
        Files.write(inbox.resolve("Mara Lind - Night Bus.flac"), covered(Files.readAllBytes(whole), kind));

        Outcome copied = processing(TargetFormat.FLAC).on(Synced.fact(track("Night Bus")));
        Outcome converted =
                TestProcessing.between(inbox, directory.resolve("other")).open().on(Synced.fact(track("Night Bus")));

        assertThat(copied).isEqualTo(new Imported("Mara Lind - Night Bus.flac"));
        assertThat(converted).isEqualTo(new Imported("Mara Lind - Night Bus.mp3"));
    }

    /// The same FLAC with one block more after its first.
    private static byte[] covered(byte[] flac, String kind) {
        byte[] nonsense = "this is no picture".repeat(20).getBytes(StandardCharsets.US_ASCII);
        int length = 32 + kind.length() + nonsense.length;
        ByteBuffer all = ByteBuffer.allocate(flac.length + 4 + length);
        all.put(flac, 0, 42).putInt(6 << 24 | length);
        all.putInt(3).putInt(kind.length()).put(kind.getBytes(StandardCharsets.US_ASCII));
        all.put(new byte[20]).putInt(nonsense.length).put(nonsense);
        return all.put(flac, 42, flac.length - 42).array();
    }

    @Test
    void oneBitThatChangedInAFlacIsDamage() throws Exception {
        Path whole = directory.resolve("whole.flac");
        TestStudio.open().convert(Tone.write(directory.resolve("a.wav"), LENGTH), TargetFormat.FLAC, whole);
        tagged(whole);
        byte[] bytes = Files.readAllBytes(whole);
        bytes[bytes.length / 2] ^= 4;
        Files.write(inbox.resolve("a.flac"), bytes);

        Outcome outcome = processing(TargetFormat.FLAC).on(Synced.fact(track("Night Bus")));

        assertThat(outcome).isInstanceOf(Damaged.class);
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
    void silenceIsDamaged() throws Exception {
        tagged(Tone.write(inbox.resolve("a.wav"), LENGTH, 0, 8_000, 16));

        Outcome outcome = processing(TargetFormat.FLAC).on(Synced.fact(track("Night Bus")));

        assertThat(outcome).isEqualTo(new Damaged("a.wav: it is silent"));
    }

    @Test
    void anotherLengthIsDamaged() throws Exception {
        tagged(Tone.write(inbox.resolve("a.wav"), Duration.ofSeconds(26)));

        Outcome outcome = processing(TargetFormat.FLAC).on(Synced.fact(track("Night Bus")));

        assertThat(outcome).isEqualTo(new Damaged("a.wav: it is 26.0 s long, the track 20.0 s"));
    }

    @Test
    void thirtySecondsOfALongTrackAreAPreview() throws Exception {
        tagged(Tone.write(inbox.resolve("a.wav"), Duration.ofSeconds(30)));
        Track track = Synced.track(1, "Night Bus", List.of("Mara Lind"), Duration.ofMinutes(4), Optional.of(ISRC));

        Outcome outcome = processing(TargetFormat.FLAC).on(Synced.fact(track));

        assertThat(outcome).isEqualTo(new PreviewOnly("a.wav: only 30.0 s of 240.0 s"));
    }

    @Test
    void aHeaderThatClaimsSixHoursIsDamaged() throws Exception {
        Path file = tagged(Tone.write(inbox.resolve("a.wav"), LENGTH));
        byte[] bytes = Files.readAllBytes(file);
        int sixHours = 8_000 * 2 * 6 * 3600;
        java.nio.ByteBuffer.wrap(bytes)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(4, sixHours + 36)
                .putInt(40, sixHours);
        Files.write(inbox.resolve("Mara Lind - Night Bus.wav"), bytes);
        Files.delete(file);

        Outcome outcome = processing(TargetFormat.MP3_320).on(Synced.fact(track("Night Bus")));

        assertThat(outcome).isNotInstanceOf(Imported.class);
        assertThat(files()).isEmpty();
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

    private Processing processing(TargetFormat format) {
        return processing(format, TestStudio.open());
    }

    private Processing processing(TargetFormat format, Studio studio) {
        return TestProcessing.between(inbox, output).making(format).with(studio).open();
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

    private static Path tagged(Path file) throws Exception {
        return Tone.tag(file, FieldKey.ISRC, ISRC);
    }

    private static Track track(String title) {
        return Synced.track(1, title, List.of("Mara Lind"), LENGTH, Optional.of(ISRC));
    }
}
