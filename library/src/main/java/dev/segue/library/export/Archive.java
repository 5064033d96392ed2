package dev.segue.library.export;

import dev.segue.library.Track;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes many playlists into one zip, as "Export all" of exportify.net does: a CSV file for each. For one thread.
public final class Archive implements Closeable {

    private final ZipOutputStream zip;
    private final Set<String> taken = new HashSet<>();

    /// @param out is closed with this
    public Archive(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /// Writes one playlist.
    ///
    /// @param takenAt when it looked so: the file's time, so that nobody takes old news for new
    /// @throws IOException if the stream does not take it
    public void add(String playlist, Instant takenAt, Iterable<Track> tracks) throws IOException {
        var entry = new ZipEntry(free(ExportName.of(playlist).stem()) + ".csv");
        entry.setLastModifiedTime(FileTime.from(takenAt));
        zip.putNextEntry(entry);
        Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        PlaylistCsv.write(tracks, text);
        text.flush();
        zip.closeEntry();
    }

    /// A name that no entry has, also where upper and lower case are the same.
    private String free(String stem) {
        String name = stem;
        while (!taken.add(name.toLowerCase(Locale.ROOT))) {
            name += "_";
        }
        return name;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
