package dev.segue.metadata.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Provenance;
import dev.segue.metadata.Description;
import dev.segue.metadata.Resolution;
import dev.segue.metadata.TrackIndex;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A track as people see it: its own fields, and beside them what is known about the knowledge.
///
/// @param found      whether it is known, and fresh enough
/// @param track      absent only if it was looked for by title and not found
/// @param from       who knows it, field by field
/// @param knownSince when the newest of them said so
record TrackAnswer(
        Found found,
        @JsonUnwrapped Optional<Track> track,
        Optional<Provenance> from,
        Optional<Instant> knownSince,
        boolean liked,
        List<Placement> playlists,
        Optional<TrackId> duplicateOf) {

    enum Found {
        FRESH,
        STALE,
        MISSING
    }

    static TrackAnswer of(TrackId id, TrackIndex index, Instant now) {
        return switch (index.resolve(id, now)) {
            case Resolution.Hit(Description known) -> known(Found.FRESH, known, index);
            case Resolution.Fetched(Description known) -> known(Found.FRESH, known, index);
            case Resolution.Stale stale -> known(Found.STALE, stale.description(), index);
            case Resolution.Miss _ -> missing(Optional.of(id));
        };
    }

    static TrackAnswer missing(Optional<TrackId> asked) {
        return new TrackAnswer(
                Found.MISSING,
                asked.map(Track::unknown),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty());
    }

    private static TrackAnswer known(Found found, Description known, TrackIndex index) {
        return new TrackAnswer(
                found,
                Optional.of(known.track()),
                Optional.of(known.provenance()),
                Optional.of(known.knownSince()),
                known.liked(),
                known.placements(),
                index.duplicateOf(known.track()));
    }
}
