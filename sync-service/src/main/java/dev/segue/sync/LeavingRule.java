package dev.segue.sync;

/// What becomes of a track's place in a playlist that it has left.
public enum LeavingRule {
    /// it is taken away, so that the catalogue shows the playlist as it is: the default
    MIRROR,
    /// it stays
    KEEP
}
