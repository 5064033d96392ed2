package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.processing.Outcome.Damaged;
import dev.segue.processing.Outcome.Imported;
import dev.segue.processing.Outcome.PreviewOnly;
import dev.segue.processing.ffmpeg.TestStudio;
import dev.segue.processing.inbox.Tone;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is heard before anything is delivered: only what is whole gets through.
class DamageTest extends WithDelivery {

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
}
