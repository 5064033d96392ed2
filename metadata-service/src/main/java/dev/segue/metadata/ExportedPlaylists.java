package dev.segue.metadata;

import dev.segue.library.Track;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.csv.CsvPlaylist;
import dev.segue.library.history.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The playlists of the backup as snapshots.
record ExportedPlaylists(CsvLibrary library) {

    static final String LIKED = "Liked Songs";

    List<String> names() {
        return Stream.concat(
                        library.liked().stream().map(_ -> LIKED),
                        library.playlists().stream().map(CsvPlaylist::name))
                .toList();
    }

    List<Snapshot> snapshots(String name) {
        Optional<CsvPlaylist> list = name.equals(LIKED)
                ? library.liked()
                : library.playlists().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst();
        return list.map(one -> new Snapshot(name, exportedAt(one), one.name() + ".csv", () -> tracks(one))).stream()
                .toList();
    }

    private Instant exportedAt(CsvPlaylist list) {
        return library.files().stream()
                .filter(file -> file.file().equals(list.name() + ".csv"))
                .flatMap(file -> file.exportedAt().stream())
                .findFirst()
                .orElse(library.loadedAt());
    }

    private List<Track> tracks(CsvPlaylist list) {
        return list.tracks().stream()
                .map(id -> library.find(id).orElseThrow().track())
                .toList();
    }

    int size(String name) {
        return name.equals(LIKED)
                ? library.liked().map(list -> list.tracks().size()).orElse(0)
                : library.playlists().stream()
                        .filter(one -> one.name().equals(name))
                        .mapToInt(one -> one.tracks().size())
                        .sum();
    }
}
