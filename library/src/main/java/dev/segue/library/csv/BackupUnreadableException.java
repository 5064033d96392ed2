package dev.segue.library.csv;

/// Nothing of a backup can be read: it does not exist, is not permitted, or holds no CSV file.
///
/// The message is one line for people that says what and where. A single file that cannot be read is no reason for
/// this: see [dev.segue.library.csv.CsvFile].
public final class BackupUnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BackupUnreadableException(String message) {
        super(message);
    }

    BackupUnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
