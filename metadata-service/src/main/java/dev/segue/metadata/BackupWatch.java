package dev.segue.metadata;

/// Keeps an eye on the person's backup.
public interface BackupWatch {

    /// Looks whether files have changed since the last look, and if so has the index changed when it returns. Cheap:
    /// may
    /// be called on every miss.
    void lookAgain();
}
