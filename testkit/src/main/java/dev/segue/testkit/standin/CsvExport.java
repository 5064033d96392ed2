package dev.segue.testkit.standin;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvFile;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.csv.CsvPlaylist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One CSV export, read: a list as it was when somebody exported it. Immutable.
///
/// @param tracks    in order of the file; a track may stand twice
/// @param localUris how the local files in it are called
/// @param liked     whether the library takes it for the liked songs, by its file's name
public record CsvExport(List<Track> tracks, Map<TrackId, String> localUris, boolean liked) {

    private static final System.Logger LOG = System.getLogger(CsvExport.class.getName());
    private static final String CSV = ".csv";
    private static final Pattern LOCAL = Pattern.compile("spotify:local:[^\",;\\s]*");

    public CsvExport {
        tracks = List.copyOf(tracks);
        localUris = Map.copyOf(localUris);
    }

    /// The export that somebody sent.
    ///
    /// @throws IllegalArgumentException with the reason if it is not a CSV export
    public static CsvExport of(Bytes csv) {
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

    /// The export in a file.
    ///
    /// @throws IllegalArgumentException with the reason if it is not a CSV export
    public static CsvExport of(Path file) throws IOException {
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
        return new CsvExport(
                tracks(library),
                localUris(Files.readAllBytes(file)),
                library.liked().isPresent());
    }

    /// The exports in a backup: a directory of them, or one alone. One that cannot be read is left out, and logged.
    ///
    /// @return by file name without `.csv`, in its order
    /// @throws IllegalArgumentException if there is no such directory or file
    public static Map<String, CsvExport> in(Path backup) {
        if (!Files.exists(backup)) {
            throw new IllegalArgumentException("there is no " + backup);
        }
        var exports = new TreeMap<String, CsvExport>();
        try (Stream<Path> files = Files.isDirectory(backup) ? Files.list(backup) : Stream.of(backup)) {
            for (Path file : (Iterable<Path>) files.filter(CsvExport::isCsv)::iterator) {
                String name = file.getFileName().toString();
                readable(file)
                        .ifPresent(export -> exports.put(name.substring(0, name.length() - CSV.length()), export));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return exports;
    }

    private static Optional<CsvExport> readable(Path file) throws IOException {
        try {
            return Optional.of(of(file));
        } catch (IllegalArgumentException none) {
            LOG.log(System.Logger.Level.WARNING, file + " is left out: " + none.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isCsv(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(CSV);
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
}
