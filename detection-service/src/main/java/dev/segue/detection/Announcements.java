package dev.segue.detection;

import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.TrackDetected;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Says what a run has found. Thread-safe; returns when the broker has it.
@ApplicationScoped
public class Announcements {

    private final FactWriter facts;
    private final Answers answers;
    private final ObservedPlaylists observed;

    public Announcements(FactWriter facts, Answers answers, ObservedPlaylists observed) {
        this.facts = facts;
        this.answers = answers;
        this.observed = observed;
    }

    /// Completes when the broker has it.
    CompletableFuture<Void> status(DetectionStatus status) {
        return facts.write(status, Envelope.of(status.runId()));
    }

    void tracks(String runId, List<TrackDetected> tracks) {
        write(runId, tracks);
    }

    /// What is known of the tracks comes first, so that nobody needs to ask for it; then how playlists look, so
    /// that each track is placed as it stands now. A kill before that leads to the same again, one after it to the
    /// detection of all that this run has not detected. Whoever hears of a playlist places its tracks anew: no more
    /// is owed.
    void found(String runId, Reply.Found found) {
        write(runId, found.fetched());
        found.fetched().forEach(answers::learn);
        List<PlaylistObserved> looks =
                found.observed().stream().map(observed::inOrder).toList();
        write(runId, looks);
        write(runId, found.detected());
        looks.forEach(observed::learn);
    }

    /// How many tracks there are in both.
    static int distinct(List<TrackDetected> one, List<TrackDetected> other) {
        return (int) Stream.concat(one.stream(), other.stream())
                .map(TrackDetected::id)
                .distinct()
                .count();
    }

    private void write(String runId, List<? extends Fact> said) {
        Envelope envelope = Envelope.of(runId);
        CompletableFuture.allOf(
                        said.stream().map(fact -> facts.write(fact, envelope)).toArray(CompletableFuture[]::new))
                .join();
    }
}
