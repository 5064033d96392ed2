package dev.segue.detection;

import dev.segue.library.fact.TrackDetected;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/// Tracks that are made each time they are asked for: all of a large backup at once would fill the heap, and two runs
/// would do so twice. Immutable.
final class Sightings extends AbstractList<TrackDetected> implements RandomAccess {

    private final int size;
    private final IntFunction<TrackDetected> made;

    /// @param made the track at a place, always the same
    Sightings(int size, IntFunction<TrackDetected> made) {
        this.size = size;
        this.made = made;
    }

    @Override
    public TrackDetected get(int place) {
        return made.apply(Objects.checkIndex(place, size));
    }

    @Override
    public int size() {
        return size;
    }
}
