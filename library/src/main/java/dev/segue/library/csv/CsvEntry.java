package dev.segue.library.csv;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the CSV library knows of one track, all files merged. Immutable. A handle: what it says is made of bytes each
/// time it is asked for.
public final class CsvEntry {

    private final Entries entries;
    private final int number;
    private final int origin;

    CsvEntry(Entries entries, int number, int origin) {
        this.entries = entries;
        this.number = number;
        this.origin = origin;
    }

    public Track track() {
        return entries.track(number);
    }

    /// Time of the newest export that has it.
    public Instant exportedAt() {
        return entries.exportedAt(number, origin);
    }

    /// Whether it is among the liked songs.
    public boolean liked() {
        return entries.liked(number, origin);
    }

    /// Its places in playlists, liked songs excepted.
    public List<Placement> placements() {
        return entries.placements(number, origin);
    }

    /// How old at `now` the export is that says this; never negative.
    public Duration age(Instant now) {
        Instant exportedAt = exportedAt();
        return exportedAt.isAfter(now) ? Duration.ZERO : Duration.between(exportedAt, now);
    }

    boolean is(int other) {
        return number == other;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CsvEntry entry
                && track().equals(entry.track())
                && exportedAt().equals(entry.exportedAt())
                && liked() == entry.liked()
                && placements().equals(entry.placements());
    }

    @Override
    public int hashCode() {
        return entries.id(number).hashCode();
    }

    @Override
    public String toString() {
        return track() + " exported " + exportedAt() + (liked() ? ", liked, in " : ", in ") + placements();
    }
}
