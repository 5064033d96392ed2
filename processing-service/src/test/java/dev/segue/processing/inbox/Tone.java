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

/// Made-up audio: silence of a length, as a WAV file.
public final class Tone {

    private static final float RATE = 8000;

    private Tone() {}

    /// Writes `file`, without tags.
    public static Path write(Path file, Duration length) throws IOException {
        Files.createDirectories(file.getParent());
        int frames = (int) (length.toMillis() * RATE / 1000);
        var format = new AudioFormat(RATE, 8, 1, true, false);
        try (var silence = new AudioInputStream(new ByteArrayInputStream(new byte[frames]), format, frames)) {
            AudioSystem.write(silence, AudioFileFormat.Type.WAVE, file.toFile());
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
