package dev.segue.library.csv;

import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The person's CSV backups, read into one index. Immutable, so safe to share; replaced whole when the files change.
public interface CsvLibrary {
    int size();

    Instant loadedAt();

    Optional<CsvEntry> find(TrackId id);

    List<CsvEntry> find(String title, String artist);

    Collection<CsvEntry> entries();

    Optional<CsvPlaylist> liked();

    List<CsvPlaylist> playlists();

    Optional<CsvPlaylist> playlist(String name);

    List<CsvFile> files();
}
