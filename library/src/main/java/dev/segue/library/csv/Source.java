package dev.segue.library.csv;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/// One file of a backup, wherever it lies.
///
/// @param file     its path inside the backup, with `/`
/// @param path     the same, with all whose names may tell when it was exported before it
/// @param modified when it was last written
/// @param bytes    opens it, as often as asked
record Source(String file, String path, Instant modified, Bytes bytes) {

    /// Opens a file.
    interface Bytes {

        /// Its bytes from the start.
        ///
        /// @throws IOException if it cannot be opened, with a message for people
        InputStream open() throws IOException;
    }

    Source(String file, Instant modified, Bytes bytes) {
        this(file, file, modified, bytes);
    }
}
