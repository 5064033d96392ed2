package dev.segue.library.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/// Something that happened. Immutable; says the same if written or read twice.
public sealed interface Fact
        permits TrackDetected,
                FetchRequested,
                TrackFetched,
                TrackEnriched,
                TrackSynced,
                TrackProcessed,
                TrackRejected,
                PlaylistObserved,
                ApiStatus,
                DetectionStatus {

    /// The Kafka key: facts with the same key keep their order, and in a compacted topic the last one stays.
    @JsonIgnore
    String key();

    /// When it happened.
    Instant at();
}
