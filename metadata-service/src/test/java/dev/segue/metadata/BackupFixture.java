package dev.segue.metadata;

import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Small backups in the form of exportify.net, made for one test.
final class BackupFixture {

    static final Instant EXPORTED = Instant.parse("2026-11-01T00:00:00Z");
    static final String NIGHT_BUS = "aaaaaaaaaaaaaaaaaaaaa1";
    static final String SIDE_STREET = "aaaaaaaaaaaaaaaaaaaaa2";

    private static final String HEADER = "Track URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),"
            + "Popularity,Explicit,Added By,Added At,Genres,Record Label,Danceability,Energy,Key,Loudness,Mode,"
            + "Speechiness,Acousticness,Instrumentalness,Liveness,Valence,Tempo,Time Signature\n";

    private final Path directory;

    BackupFixture(Path directory) {
        this.directory = directory;
    }

    static TrackId id(String key) {
        return TrackId.spotify(key);
    }

    /// A row with the fields that tests care about; a minute after `addedAt` is the next row's.
    static String row(String key, String title, String artists, int durationMs) {
        return "spotify:track:%s,\"%s\",\"Last Stops\",\"%s\",2021-07-02,%d,41,false,,2025-11-26T15:44:37Z,\"dream pop\",\"Harbour Lane\",0.5,0.6,6,-6.3,1,0.1,0.2,0.3,0.4,0.5,120.0,4"
                .formatted(key, title, artists, durationMs);
    }

    BackupFixture file(String name, String... rows) {
        try {
            Path file = directory.resolve(name);
            Files.writeString(file, HEADER + Stream.of(rows).collect(Collectors.joining("\n", "", "\n")));
            Files.setLastModifiedTime(file, FileTime.from(EXPORTED));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    CsvLibrary read() {
        return Backup.at(directory).read();
    }
}
