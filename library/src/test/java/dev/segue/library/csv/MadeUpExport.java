package dev.segue.library.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// An export as exportify.net writes it, of songs that do not exist.
final class MadeUpExport {

    private static final String HEADER =
            "Track URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),Popularity,Explicit,Added By,"
                    + "Added At,Genres,Record Label,Danceability,Energy,Key,Loudness,Mode,Speechiness,Acousticness,"
                    + "Instrumentalness,Liveness,Valence,Tempo,Time Signature\n";
    private static final String LETTERS = "aeioubcdfglmnprstvz";
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final Random random = new Random(7);
    private final List<String> artists;
    private final List<String> albums;
    private final List<String> labels = names(3_000, 2);

    private MadeUpExport(int tracks) {
        artists = names(tracks / 5 + 1, 2);
        albums = names(tracks / 3 + 1, 4);
    }

    /// Writes `tracks` rows, the same ones each time.
    static void write(Path file, int tracks) throws IOException {
        var export = new MadeUpExport(tracks);
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write(HEADER);
            for (int track = 0; track < tracks; track++) {
                to.write(export.row());
            }
        }
    }

    private String row() {
        String by = one(artists) + (random.nextInt(5) < 2 ? ";" + one(artists) : "");
        return "spotify:track:%s,\"%s\",\"%s\",\"%s\",%d-%02d-%02d,%d,%d,%s,,%s,\"%s\",\"%s\",%s,%s,%d,%s,%d,%s,%s,%s,%s,%s,%s,4%n"
                .formatted(
                        text(BASE62, 22),
                        name(3),
                        one(albums),
                        by,
                        1960 + random.nextInt(65),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        60_000 + random.nextInt(400_000),
                        random.nextInt(101),
                        random.nextInt(5) == 0,
                        "2024-%02d-%02dT%02d:17:21Z"
                                .formatted(1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24)),
                        random.nextInt(5) < 3 ? name(1) + "," + name(1) : "",
                        one(labels),
                        share(),
                        share(),
                        random.nextInt(12),
                        "-" + random.nextInt(20) + "." + random.nextInt(1_000),
                        random.nextInt(2),
                        share(),
                        share(),
                        random.nextBoolean() ? share() : "0",
                        share(),
                        share(),
                        (60 + random.nextInt(120)) + "." + random.nextInt(1_000));
    }

    private String share() {
        return "0." + random.nextInt(1_000);
    }

    private String one(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private List<String> names(int count, int words) {
        List<String> names = new ArrayList<>(count);
        for (int name = 0; name < count; name++) {
            names.add(name(words));
        }
        return names;
    }

    private String name(int mostWords) {
        StringBuilder name = new StringBuilder();
        for (int word = random.nextInt(mostWords); word >= 0; word--) {
            name.append(name.isEmpty() ? "" : " ").append(text(LETTERS, 2 + random.nextInt(8)));
        }
        return name.toString();
    }

    private String text(String letters, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
