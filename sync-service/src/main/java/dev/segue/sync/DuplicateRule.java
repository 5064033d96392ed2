package dev.segue.sync;

/// What becomes of a track that is the same recording as another one.
public enum DuplicateRule {
    /// it has its own row, which names the other: the default
    MARK,
    /// it gets no row; one that has a row already keeps it, marked
    SKIP,
    /// it has its own row like any other, and nothing is said
    KEEP
}
