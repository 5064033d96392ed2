package dev.segue.sync.sql;

import dev.segue.sync.CatalogueUnavailable;
import java.sql.SQLException;

/// What a database failure means.
///
/// @param reason in one line, for people
record Trouble(Kind kind, String reason) {

    /// Whether another try helps.
    enum Kind {
        /// it is away, busy or full: later
        PASSING,
        /// not before somebody has changed a setting, here or there
        SETTING,
        /// the statement or its values are the cause: another try would fail as well
        DATA
    }

    /// As the core knows it: the catalogue is unavailable, or a surprise about what was written.
    static RuntimeException of(Database database, SQLException failure) {
        Trouble trouble = database.trouble(failure);
        String message = "catalogue " + database.shown() + ": " + trouble.reason();
        return trouble.kind() == Kind.DATA
                ? new IllegalStateException(message, failure)
                : new CatalogueUnavailable(message, failure);
    }
}
