package dev.segue.detection;

import dev.segue.library.TrackId;
import dev.segue.library.fact.FetchRequested;
import java.util.Collection;

/// Asks one API for tracks. For one thread at a time.
public interface Fetcher {

    /// Whether this API is ever asked for `id`.
    boolean asksFor(TrackId id);

    /// Takes one step towards the answers to `requests`, in their order: a few calls, or one.
    Fetching.Step step(Collection<FetchRequested> requests);

    /// Whether the API answers for a track that it has answered for before, which is asked once more; false if there is
    /// none. Then what it always fails at is to blame itself.
    boolean answersForOthers();
}
