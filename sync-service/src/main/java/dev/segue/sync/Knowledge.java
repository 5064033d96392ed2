package dev.segue.sync;

import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackEnriched;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What is known of tracks, outside the catalogue.
public interface Knowledge {

    /// Every track that is known.
    ///
    /// @throws KnowledgeUnavailable if it cannot be asked now
    List<TrackId> ids();

    /// What is known of `ids`, at most a hundred; those of which nothing is known are left out.
    ///
    /// @throws KnowledgeUnavailable if it cannot be asked now
    Map<TrackId, TrackEnriched> lookUp(Collection<TrackId> ids);
}
