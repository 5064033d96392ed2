package dev.segue.processing.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;

/// Made-up audio: a tone of a length, as a WAV file.
public final class Tone {

    private static final int RATE = 8000;
    private static final double LOUDNESS = 0.5;

    private Tone() {}

    /// Writes `file`, without tags: mono, 16 bits, 8 kHz.
    public static Path write(Path file, Duration length) throws IOException {
        return write(file, length, 440, RATE, 16);
    }

    /// Writes `file` with any pitch, rate and depth, mono; 0 Hz is silence.
    public static Path write(Path file, Duration length, int hertz, int rate, int bits) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        int frames = (int) (length.toMillis() * rate / 1000);
        int each = bits / 8;
        byte[] samples = new byte[frames * each];
        for (int at = 0; at < frames; at++) {
            long sample = Math.round(Math.sin(2 * Math.PI * hertz * at / rate) * LOUDNESS * (1L << (bits - 1)));
            for (int part = 0; part < each; part++) {
                samples[at * each + part] = (byte) (sample >> (8 * part));
            }
        }
        var format = new AudioFormat(rate, bits, 1, true, false);
        try (var sound = new AudioInputStream(new ByteArrayInputStream(samples), format, frames)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }

    /// Tags `file`.
    public static Path tag(Path file, FieldKey key, String value) throws Exception {
        AudioTags.audio(file.toString()); // sets the tagger's options
        AudioFile audio = AudioFileIO.read(file.toFile());
        Tag tag = audio.getTagOrCreateAndSetDefault();
        tag.setField(key, value);
        audio.commit();
        return file;
    }
}
