package dev.segue.testkit;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/// Writes backups of any size for tests and benchmarks: invented songs, real formats.
///
/// The same arguments give the same bytes. Half of a playlist's tracks are liked songs, too; playlists are written in
/// the form of exportify.app (with ISRC) and exportify.net (with features) by turns. Thread-safe: there is no state.
public final class SampleLibrary {

    private static final String P25_HEADER = """
            Track URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),Popularity,Explicit,Added By,\
            Added At,Genres,Record Label,Danceability,Energy,Key,Loudness,Mode,Speechiness,Acousticness,\
            Instrumentalness,Liveness,Valence,Tempo,Time Signature
            """;
    private static final String W22_HEADER = """
            "Track URI","Track Name","Artist URI(s)","Artist Name(s)","Album URI","Album Name","Album Artist URI(s)",\
            "Album Artist Name(s)","Album Release Date","Album Image URL","Disc Number","Track Number",\
            "Track Duration (ms)","Track Preview URL","Explicit","Popularity","ISRC","Added By","Added At"
            """;

    private final long seed;

    private SampleLibrary(long seed) {
        this.seed = seed;
    }

    /// Writes `Liked_Songs.csv` with `likedTracks` rows, and `playlists` files `Playlist_1.csv`, `playlist_2.csv`, …
    /// with `tracksPerPlaylist` rows each, into `directory`, which is made if need be.
    ///
    /// @throws IOException if the disk does not take them
    public static void write(Path directory, int likedTracks, int playlists, int tracksPerPlaylist, long seed)
            throws IOException {
        SampleLibrary library = new SampleLibrary(seed);
        Files.createDirectories(directory);
        writeFile(
                directory.resolve("Liked_Songs.csv"),
                "\uFEFF" + P25_HEADER,
                LongStream.range(0, likedTracks),
                track -> library.song(track).p25());
        for (int playlist = 1; playlist <= playlists; playlist++) {
            LongStream tracks = library.tracksOf(playlist, likedTracks, tracksPerPlaylist);
            if (playlist % 2 == 0) {
                writeFile(
                        directory.resolve("playlist_" + playlist + ".csv"),
                        W22_HEADER,
                        tracks,
                        track -> library.song(track).w22());
            } else {
                writeFile(
                        directory.resolve("Playlist_" + playlist + ".csv"),
                        "\uFEFF" + P25_HEADER,
                        tracks,
                        track -> library.song(track).p25());
            }
        }
    }

    private static void writeFile(Path file, String header, LongStream tracks, LongFunction<String> row)
            throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(header);
            for (long track : (Iterable<Long>) tracks::iterator) {
                out.write(row.apply(track));
            }
        }
    }

    private LongStream tracksOf(int playlist, int likedTracks, int rows) {
        long firstOwn = likedTracks + (long) (playlist - 1) * rows;
        return LongStream.range(0, rows)
                .map(row -> row % 2 == 0 && likedTracks > 0
                        ? SampleSong.mix(seed + playlist, row, likedTracks)
                        : firstOwn + row);
    }

    private SampleSong song(long track) {
        return new SampleSong(seed, track);
    }
}
