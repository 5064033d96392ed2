package dev.segue.detection;

import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.DetectionStatus.State;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.TrackDetected;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Says what a run has found. Thread-safe; returns when the broker has it. What is many is said by some thousands, the
/// next when the broker has those before: so it takes the memory of some thousands, however many there are.
@ApplicationScoped
public class Announcements {

    private static final int AT_ONCE = 5_000;

    private final FactWriter facts;
    private final Answers answers;
    private final ObservedPlaylists observed;
    private final Map<String, Set<TrackId>> said = new ConcurrentHashMap<>();

    public Announcements(FactWriter facts, Answers answers, ObservedPlaylists observed) {
        this.facts = facts;
        this.answers = answers;
        this.observed = observed;
    }

    /// Completes when the broker has it.
    CompletableFuture<Void> status(DetectionStatus status) {
        if (status.state() != State.ACCEPTED && status.askAgain().isEmpty()) {
            said.remove(status.runId());
        }
        return facts.write(status, Envelope.of(status.runId()));
    }

    void tracks(String runId, List<TrackDetected> tracks) {
        write(runId, tracks);
    }

    /// What is known of the tracks comes first, so that nobody needs to ask for it; then how playlists look, so
    /// that each track is placed as it stands now. A kill before that leads to the same again, one after it to the
    /// detection of all that this run has not detected. Whoever hears of a playlist places its tracks anew: no more
    /// is owed. What is found again, as the API is asked again, is not detected again.
    void found(String runId, Reply.Found found) {
        write(runId, found.fetched());
        found.fetched().forEach(answers::learn);
        List<PlaylistObserved> looks =
                found.observed().stream().map(observed::inOrder).toList();
        write(runId, looks);
        Set<TrackId> before = said.computeIfAbsent(runId, _ -> ConcurrentHashMap.newKeySet());
        write(
                runId,
                found.detected().stream().filter(one -> before.add(one.id())).toList());
        looks.forEach(observed::learn);
    }

    /// How many tracks there are in both.
    static int distinct(List<TrackDetected> one, List<TrackDetected> other) {
        return (int) Stream.concat(one.stream(), other.stream())
                .map(TrackDetected::id)
                .distinct()
                .count();
    }

    private void write(String runId, List<? extends Fact> many) {
        Envelope envelope = Envelope.of(runId);
        for (int from = 0; from < many.size(); from += AT_ONCE) {
            CompletableFuture.allOf(many.subList(from, Math.min(many.size(), from + AT_ONCE)).stream()
                            .map(fact -> facts.write(fact, envelope))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }
}
