package dev.segue.local.history;

import dev.segue.library.history.Choice;
import java.io.OutputStream;

/// Who knows what became of the library. Every method throws [dev.segue.local.system.Failure] with one line if there is
/// no answer. JSON is as `docs/history.md` says, on one line.
public sealed interface Answers permits Questions, BackupAnswers {

    /// What happened to a playlist, as JSON.
    String changes(String playlist, Choice.Question between);

    /// Trends of the whole library, as JSON.
    String trends();

    /// Trends of a playlist, as JSON.
    String trends(String playlist);

    /// Writes a playlist as CSV.
    void export(String playlist, OutputStream out);

    /// Writes every known track as CSV.
    void exportTracks(OutputStream out);

    /// Writes every playlist as CSV into a zip.
    void exportPlaylists(OutputStream out);
}
