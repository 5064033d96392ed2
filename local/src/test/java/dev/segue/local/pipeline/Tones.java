package dev.segue.local.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// Made-up songs by Mara Lind: a playlist `Warm up` of them in a backup, and a tone for each in an inbox.
final class Tones {

    private static final int RATE = 44_100;
    private static final int LOUD = 16_000;
    private static final String HEADER = """
            Track URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),Popularity,Explicit,Added By,\
            Added At,Genres,Record Label,Danceability,Energy,Key,Loudness,Mode,Speechiness,Acousticness,\
            Instrumentalness,Liveness,Valence,Tempo,Time Signature
            """;

    private Tones() {}

    static Path backup(Path directory, List<String> titles, int seconds) throws IOException {
        var csv = new StringBuilder(HEADER);
        for (int n = 0; n < titles.size(); n++) {
            csv.append(
                            "spotify:track:%022d,%s,Last Stops,Mara Lind,2021-07,%d,41,false,me,2025-11-26T15:44:37Z,dream pop,"
                                    .formatted(n, titles.get(n), seconds * 1000))
                    .append("Harbour Lane,0.6,0.6,6,-6.3,0,0.3,0.2,0,0.1,0.6,176.15,4\n");
        }
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("Warm up.csv"), csv, StandardCharsets.UTF_8);
        return directory;
    }

    /// Writes a WAV file for each name.
    static Path inbox(Path directory, List<String> names, int seconds) throws IOException {
        Files.createDirectories(directory);
        for (int n = 0; n < names.size(); n++) {
            write(directory.resolve("Mara Lind - " + names.get(n) + ".wav"), 220 + 3 * n, seconds);
        }
        return directory;
    }

    private static void write(Path file, int hertz, int seconds) throws IOException {
        byte[] samples = new byte[seconds * RATE * 2];
        for (int at = 0; at < samples.length / 2; at++) {
            int sample = (int) (Math.sin(2 * Math.PI * hertz * at / RATE) * LOUD);
            samples[2 * at] = (byte) sample;
            samples[2 * at + 1] = (byte) (sample >> 8);
        }
        var format = new AudioFormat(RATE, 16, 1, true, false);
        try (var sound = new AudioInputStream(new ByteArrayInputStream(samples), format, (long) seconds * RATE)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }
}
