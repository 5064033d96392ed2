package dev.segue.local.history;

import dev.segue.library.history.Choice;
import java.io.OutputStream;
import java.time.Instant;

/// Who knows what became of the library. Every method throws [dev.segue.local.system.Failure] with one line if there is
/// no answer. JSON is as `docs/history.md` says, on one line.
public sealed interface Answers permits Questions, BackupAnswers {

    /// What happened to a playlist, as JSON.
    String changes(String playlist, Choice.Question between);

    /// Trends of the whole library, as JSON.
    String trends();

    /// Trends of a playlist, as JSON.
    String trends(String playlist);

    /// Writes a playlist as CSV. Tells, as the others do, when the newest of it was so.
    Instant export(String playlist, OutputStream out);

    /// Writes every known track as CSV.
    Instant exportTracks(OutputStream out);

    /// Writes every playlist as CSV into a zip.
    Instant exportPlaylists(OutputStream out);
}
