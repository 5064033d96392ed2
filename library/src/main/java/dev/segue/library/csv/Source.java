package dev.segue.library.csv;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/// One file of a backup, wherever it lies.
///
/// @param file     its path inside the backup, with `/`
/// @param modified when it was last written
/// @param bytes    opens it, as often as asked
record Source(String file, Instant modified, Bytes bytes) {

    /// Opens a file.
    interface Bytes {

        /// Its bytes from the start.
        ///
        /// @throws IOException if it cannot be opened, with a message for people
        InputStream open() throws IOException;
    }
}
