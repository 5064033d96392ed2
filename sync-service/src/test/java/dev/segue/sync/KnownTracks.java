package dev.segue.sync;

import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackEnriched;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a test says is known.
public final class KnownTracks implements Knowledge {

    private final Map<TrackId, TrackEnriched> known = new TreeMap<>();
    private int refusals;

    public KnownTracks(Enriched... tracks) {
        learn(tracks);
    }

    public synchronized void learn(Enriched... tracks) {
        for (Enriched track : tracks) {
            known.put(track.fact().track().id(), track.fact());
        }
    }

    /// So many questions from now on are not answered.
    public synchronized void refuse(int questions) {
        refusals = questions;
    }

    @Override
    public synchronized List<TrackId> ids() {
        answer();
        return List.copyOf(known.keySet());
    }

    @Override
    public synchronized Map<TrackId, TrackEnriched> lookUp(Collection<TrackId> ids) {
        answer();
        if (ids.size() > 100) {
            throw new IllegalArgumentException(ids.size() + " at once");
        }
        var found = new LinkedHashMap<>(known);
        found.keySet().retainAll(ids);
        return found;
    }

    private void answer() {
        if (refusals > 0) {
            refusals--;
            throw new KnowledgeUnavailable("not now");
        }
    }
}
