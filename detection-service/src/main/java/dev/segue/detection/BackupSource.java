package dev.segue.detection;

import dev.segue.library.csv.CsvLibrary;

/// The person's backup as it is on the disk now.
public interface BackupSource {

    /// Reads it, or gives what was read before if no file has changed since.
    ///
    /// @throws BackupUnreadableException with a message for the asker
    CsvLibrary library();
}
