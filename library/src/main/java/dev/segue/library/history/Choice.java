package dev.segue.library.history;

import java.util.Optional;

/// Which two snapshots a person means.
public sealed interface Choice {

    /// These two.
    record Two(Snapshot from, Snapshot to) implements Choice {}

    /// There is no such snapshot.
    ///
    /// @param why for people, in one line
    record Missing(String why) implements Choice {}

    /// What was asked for cannot be understood.
    ///
    /// @param why for people, in one line
    record Unclear(String why) implements Choice {}

    /// How a person names two snapshots. Each is a date, a moment, `observed` or the name of a file; without `to` it is
    /// the newest, and without `from` the one before `to`.
    record Question(Optional<String> from, Optional<String> to) {}
}
