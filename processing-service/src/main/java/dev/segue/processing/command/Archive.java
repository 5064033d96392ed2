package dev.segue.processing.command;

import dev.segue.library.TrackId;
import dev.segue.processing.Journal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/// What the downloader was asked for, and what came of it, for people: a line each. Thread-safe.
final class Archive {

    /// @param brought whether there was a file
    /// @param said    its name, or why there is none
    record Asked(TrackId track, Instant at, boolean brought, String said) {}

    private final Journal<Asked> journal;
    private final InstantSource clock;

    Archive(Path file, InstantSource clock) {
        this.journal = new Journal<>(file, Asked.class);
        this.clock = clock;
    }

    void brought(TrackId id, Path file) {
        journal.add(new Asked(id, clock.instant(), true, file.getFileName().toString()));
    }

    void vain(TrackId id, String why) {
        journal.add(new Asked(id, clock.instant(), false, why));
    }
}
