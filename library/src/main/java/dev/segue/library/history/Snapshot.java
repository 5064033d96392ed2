package dev.segue.library.history;

import dev.segue.library.Track;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// A playlist as it was at one time. Immutable; its tracks may be made anew each time they are wanted.
///
/// @param takenAt when it was exported, or observed
/// @param source  the file, with `/`, or [#OBSERVED]
/// @param reading gives the tracks in order; the same track may stand twice
public record Snapshot(String playlist, Instant takenAt, String source, Supplier<List<Track>> reading) {

    /// The source of what the API showed.
    public static final String OBSERVED = "observed";

    /// A snapshot whose tracks are at hand.
    public static Snapshot of(String playlist, Instant takenAt, String source, List<Track> tracks) {
        List<Track> kept = List.copyOf(tracks);
        return new Snapshot(playlist, takenAt, source, () -> kept);
    }

    /// Its tracks in order.
    public List<Track> tracks() {
        return reading.get();
    }

    /// Whether the API showed it.
    public boolean observed() {
        return source.equals(OBSERVED);
    }
}
