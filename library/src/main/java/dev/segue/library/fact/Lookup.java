package dev.segue.library.fact;

/// How the CSV library answered for a track.
public enum Lookup {
    /// it has the track, from an export that is fresh enough
    HIT,
    /// it has the track, from an export older than `segue.csv.stale-after`
    STALE,
    /// it lacks the track
    MISS
}
