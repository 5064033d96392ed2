package dev.segue.sync.sql;

import dev.segue.sync.CatalogueUnavailable;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/// What a database failure means.
final class Trouble {

    private static final int PRIMARY_CODE = 0xff;

    private Trouble() {}

    /// `failure` as the core knows it: the catalogue is unavailable, or a surprise about what was written.
    static RuntimeException of(Database database, SQLException failure) {
        return aboutData(failure)
                ? new IllegalStateException("catalogue " + database.shown() + ": " + reason(failure), failure)
                : new CatalogueUnavailable("catalogue " + database.shown() + ": " + reason(failure), failure);
    }

    /// What SQLite calls it, in words that help.
    static String reason(SQLException failure) {
        return switch (code(failure)) {
            case 5, 6 -> "it is locked by another program";
            case 8 -> "it is read-only";
            case 10 -> "the disk does not read or write (" + failure.getMessage() + ')';
            case 13 -> "the disk is full";
            case 14 -> "it cannot be opened: is its directory writable?";
            case 11, 26 -> "the file is damaged or no SQLite database";
            default -> String.valueOf(failure.getMessage());
        };
    }

    /// Whether the statement or its values are the cause, so that another try would fail as well.
    private static boolean aboutData(SQLException failure) {
        return switch (code(failure)) {
            case 1, 18, 19, 20, 21, 25 -> true;
            default -> false;
        };
    }

    private static int code(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite.getResultCode().code & PRIMARY_CODE;
            }
        }
        return failure.getErrorCode() & PRIMARY_CODE;
    }
}
