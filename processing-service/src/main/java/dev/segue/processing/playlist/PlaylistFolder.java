package dev.segue.processing.playlist;

import dev.segue.processing.FileName;
import dev.segue.processing.ShelfUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of playlists: `.m3u8`, each replaced in one step. A file that the person put there is never written over.
/// Used by one thread at a time.
final class PlaylistFolder {

    private static final int HEAD = 8192;
    private static final String PART = ".segue-playlist.part";

    private final Path directory;

    /// The file of each playlist that has one.
    private final Map<String, String> files = new HashMap<>();

    /// Sees which files there are already, and whose.
    ///
    /// @throws ShelfUnavailable if it cannot
    PlaylistFolder(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        if (Files.isDirectory(this.directory)) {
            try (DirectoryStream<Path> there = Files.newDirectoryStream(this.directory, "*.m3u8")) {
                for (Path file : there) {
                    owner(file)
                            .ifPresent(
                                    name -> files.put(name, file.getFileName().toString()));
                }
            } catch (IOException unreadable) {
                throw new ShelfUnavailable(directory + " cannot be read: " + unreadable, unreadable);
            }
        }
    }

    /// Makes the file of `playlist` say this; without entries there is none.
    ///
    /// @throws ShelfUnavailable if it cannot be written now
    void write(String playlist, List<PlaylistText.Entry> entries) {
        Optional<String> before = Optional.ofNullable(files.get(playlist)).filter(file -> ours(playlist, file));
        try {
            if (!entries.isEmpty()) {
                String file = before.or(() -> free(playlist)).orElseThrow(() -> new IOException("no name is free"));
                replace(file, PlaylistText.of(playlist, entries).getBytes(StandardCharsets.UTF_8));
                files.put(playlist, file);
            } else if (before.isPresent()) {
                Files.delete(directory.resolve(before.get()));
                files.remove(playlist);
            }
        } catch (IOException unwritable) {
            throw new ShelfUnavailable(
                    "the playlist \"%s\" cannot be written to %s: %s".formatted(playlist, directory, unwritable),
                    unwritable);
        }
    }

    /// The best name that is nobody else's, also on a disk that takes `a` for `A`.
    private Optional<String> free(String playlist) {
        FileName name = FileName.ofPlaylist(playlist);
        return Stream.of(name.plainFile(), name.distinctFile())
                .filter(file ->
                        files.values().stream().map(PlaylistFolder::folded).noneMatch(folded(file)::equals))
                .filter(file -> !Files.exists(directory.resolve(file), LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    private boolean ours(String playlist, String file) {
        try {
            return owner(directory.resolve(file)).filter(playlist::equals).isPresent();
        } catch (IOException gone) {
            return false;
        }
    }

    private void replace(String file, byte[] text) throws IOException {
        Files.createDirectories(directory);
        Path target = directory.resolve(file);
        if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), text)) {
            return;
        }
        Path part = directory.resolve(PART);
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The playlist that a file says it is of.
    private static Optional<String> owner(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return PlaylistText.playlist(new String(in.readNBytes(HEAD), StandardCharsets.UTF_8));
        }
    }

    private static String folded(String file) {
        return Normalizer.normalize(file, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
