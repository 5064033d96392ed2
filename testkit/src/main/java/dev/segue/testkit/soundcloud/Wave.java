package dev.segue.testkit.soundcloud;

import dev.segue.testkit.standin.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// Audio files.
final class Wave {

    private static final int RATE = 8_000;
    private static final double LOUDNESS = 100;
    private static final int MIDDLE = 128;

    private Wave() {}

    /// A tone, in mono with 8 bits at 8 kHz: a few minutes are a megabyte or two.
    static Bytes tone(int hertz, Duration length) {
        byte[] samples = new byte[(int) (length.toMillis() * RATE / 1000)];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (MIDDLE + LOUDNESS * Math.sin(2 * Math.PI * hertz * at / RATE));
        }
        var format = new AudioFormat(RATE, Byte.SIZE, 1, false, false);
        var file = new ByteArrayOutputStream();
        try (var sound = new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Bytes.of(file.toByteArray());
    }
}
