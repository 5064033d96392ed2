package dev.segue.processing;

/// What becomes of a track that is the same recording as another one.
public enum DuplicateRule {
    /// no audio is looked for: the other has it, and its file stands at both places in playlists. The default
    MARK,
    /// no audio is looked for, and it stands in no playlist
    SKIP,
    /// it is a track like any other
    KEEP
}
