package dev.segue.processing;

/// What becomes of a track that is the same recording as another one.
public enum DuplicateRule {
    /// no audio is looked for: the other has it. The default
    MARK,
    /// as [#MARK]
    SKIP,
    /// it is a track like any other
    KEEP
}
