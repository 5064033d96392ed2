package dev.segue.metadata;

import dev.segue.library.TrackId;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.FetchRequested.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Misses that wait for the API's answer, and of which nothing has been passed on. Thread-safe.
@ApplicationScoped
public class Waiting {

    /// A request without an answer so far.
    public record Asked(FetchRequested request, Envelope envelope) {}

    private final TrackIndex index;
    private final Map<TrackId, Set<Asked>> asked = new ConcurrentHashMap<>();

    public Waiting(TrackIndex index) {
        this.index = index;
    }

    /// Takes note of a request. What is only refreshed waits for nothing.
    public void add(FetchRequested request, Envelope envelope) {
        if (request.reason() == Reason.MISSING) {
            asked.computeIfAbsent(request.id(), _ -> ConcurrentHashMap.newKeySet())
                    .add(new Asked(request, envelope));
        }
    }

    /// The API has answered for `id`.
    public void answered(TrackId id) {
        asked.remove(id);
    }

    /// Those `wanted` that wait at `now`; they are forgotten here.
    public List<Asked> takeThose(Predicate<TrackId> wanted, Instant now) {
        var all = new ArrayList<Asked>();
        for (TrackId id : List.copyOf(asked.keySet())) {
            Set<Asked> some = wanted.test(id) ? asked.remove(id) : Set.of();
            if (some != null
                    && index.answer(id).filter(answer -> answer.stands(now)).isEmpty()) {
                all.addAll(some);
            }
        }
        return all;
    }
}
