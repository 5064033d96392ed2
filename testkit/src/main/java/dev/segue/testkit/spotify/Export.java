package dev.segue.testkit.spotify;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvFile;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.csv.CsvPlaylist;
import dev.segue.testkit.standin.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One CSV export, read: a list as it was when somebody exported it. Immutable.
///
/// @param tracks    in order of the file; a track may stand twice
/// @param localUris how the local files in it are called
record Export(List<Track> tracks, Map<TrackId, String> localUris) {

    private static final Pattern LOCAL = Pattern.compile("spotify:local:[^\",;\\s]*");

    Export {
        tracks = List.copyOf(tracks);
        localUris = Map.copyOf(localUris);
    }

    /// @throws IllegalArgumentException with the reason if it is not a CSV export
    static Export of(Bytes csv) {
        try {
            Path file = Files.createTempFile("export", ".csv");
            try {
                Files.write(file, csv.toArray());
                return of(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// @throws IllegalArgumentException with the reason if it is not a CSV export
    static Export of(Path file) throws IOException {
        CsvLibrary library = Backup.at(file).read();
        Optional<String> unreadable = library.files().stream()
                .flatMap(read -> read.unreadable().stream())
                .findFirst();
        if (unreadable.isPresent()) {
            throw new IllegalArgumentException("not a CSV export: " + unreadable.get());
        }
        if (library.files().stream().mapToInt(CsvFile::rows).sum() > 0 && library.size() == 0) {
            throw new IllegalArgumentException("not one row of the CSV export is a track");
        }
        return new Export(tracks(library), localUris(Files.readAllBytes(file)));
    }

    private static List<Track> tracks(CsvLibrary library) {
        return library.liked().or(() -> library.playlists().stream().findFirst()).map(CsvPlaylist::tracks).stream()
                .flatMap(List::stream)
                .flatMap(id -> library.find(id).stream())
                .map(entry -> entry.track())
                .toList();
    }

    private static Map<TrackId, String> localUris(byte[] csv) {
        var uris = new HashMap<TrackId, String>();
        LOCAL.matcher(new String(csv, StandardCharsets.UTF_8))
                .results()
                .forEach(found -> uris.put(TrackId.local(found.group()), found.group()));
        return uris;
    }

    /// The lines of the list.
    List<Entry> entries() {
        return tracks.stream()
                .map(track -> new Entry(track.addedAt(), item(track)))
                .toList();
    }

    private Entry.Item item(Track track) {
        return track.id().source() == TrackId.Source.SPOTIFY
                ? new Entry.Item.Song(track.id().key())
                : new Entry.Item.LocalFile(localUris.getOrDefault(track.id(), "spotify:local:::unknown:0"), track);
    }
}
