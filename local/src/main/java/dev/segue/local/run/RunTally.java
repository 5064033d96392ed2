package dev.segue.local.run;

import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.Lookup;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackFetched;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.TrackRejected;
import dev.segue.library.fact.TrackSynced;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Counts the tracks that one run has detected by what became of them. A fact may come twice; a track counts once at
/// each stage. For one thread.
public final class RunTally {

    /// @param duplicate of another track
    private record Described(Lookup lookup, boolean duplicate) {

        /// How it was looked up first, whatever a later description says.
        Described and(Described later) {
            return new Described(lookup, duplicate || later.duplicate);
        }
    }

    private final Set<String> detected = new HashSet<>();
    private final Stage<Described> described = new Stage<>(detected::contains, Described::and);

    /// An update after a creation, as a second description of a track may cause, leaves it created.
    private final Stage<TrackSynced.Outcome> synced =
            new Stage<>(detected::contains, (one, other) -> one.compareTo(other) <= 0 ? one : other);

    private final Stage<TrackProcessed.Outcome> processed = new Stage<>(detected::contains, (_, last) -> last);
    private final Stage<TrackRejected> rejected = new Stage<>(detected::contains, (_, last) -> last);
    private final List<Stage<?>> stages = List.of(described, synced, processed, rejected);
    private final ApiCalls calls = new ApiCalls();
    private Optional<DetectionStatus> status = Optional.empty();

    /// Counts a fact of this run.
    public void add(Fact fact) {
        switch (fact) {
            case TrackDetected _ -> detected(fact.key());
            case TrackEnriched enriched ->
                described(fact.key(), enriched.lookup(), enriched.duplicateOf().isPresent());
            case TrackSynced written -> written(fact.key(), written.outcome());
            case TrackProcessed ended -> processed.reached(fact.key(), ended.outcome());
            case TrackRejected refused -> rejected.reached(fact.key(), refused);
            case DetectionStatus now -> status = Optional.of(now);
            case ApiStatus now -> calls.now(now);
            case FetchRequested _, TrackFetched _, PlaylistObserved _ -> {}
        }
    }

    void detected(String key) {
        if (detected.add(key)) {
            stages.forEach(stage -> stage.detected(key));
        }
    }

    void described(String key, Lookup lookup, boolean duplicate) {
        described.reached(key, new Described(lookup, duplicate));
    }

    void written(String key, TrackSynced.Outcome outcome) {
        synced.reached(key, outcome);
    }

    /// How an API stood before the run.
    public void before(ApiStatus status) {
        calls.before(status);
    }

    /// Why the detection failed, if it did.
    public Optional<String> failure() {
        return status.filter(now -> now.state() == DetectionStatus.State.FAILED)
                .map(now -> now.reason().orElse("no reason given"));
    }

    /// The question that an API cannot be asked now, if what is to be detected hangs on it.
    Optional<Waiting.ForApi> putOff() {
        return status.filter(now -> now.state() == DetectionStatus.State.ACCEPTED)
                .flatMap(now -> now.askAgain()
                        .map(again -> new Waiting.ForApi(again, now.reason().orElse("the API cannot be asked now"))));
    }

    /// Whether all that will be detected has been.
    public boolean allDetected() {
        return status.filter(now -> now.state() == DetectionStatus.State.COMPLETED)
                .filter(now -> detected.size() >= now.detected())
                .isPresent();
    }

    /// Whether every track has reached its end: processed or rejected.
    public boolean complete() {
        return allDetected() && unfinished() == 0;
    }

    /// How many detected tracks have not yet reached their end.
    public int unfinished() {
        if (processed.size() + rejected.size() < detected.size()) {
            return detected.size() - processed.size() - rejected.size();
        }
        return (int) detected.stream().filter(id -> !hasEnded(id)).count();
    }

    /// Whether a track has come as far as its audio, and no further.
    boolean wantsAudio() {
        return synced.tracks().stream().anyMatch(id -> !hasEnded(id));
    }

    private boolean hasEnded(String id) {
        return processed.has(id) || rejected.has(id);
    }

    public int detected() {
        return detected.size();
    }

    /// Tracks that the CSV library answered for, or could not.
    public int described() {
        return described.size();
    }

    public int written() {
        return synced.size();
    }

    public int processed() {
        return processed.size();
    }

    public int rejected() {
        return rejected.size();
    }

    public int hits() {
        return described.count(track -> track.lookup() == Lookup.HIT);
    }

    public int stale() {
        return described.count(track -> track.lookup() == Lookup.STALE);
    }

    /// Tracks that the CSV library lacks; so hits, stale and misses make up all.
    public int misses() {
        return detected.size() - hits() - stale();
    }

    public int duplicates() {
        return described.count(Described::duplicate);
    }

    public int synced(TrackSynced.Outcome outcome) {
        return synced.count(outcome::equals);
    }

    /// Audio outcomes by name, in order of the alphabet.
    public Map<String, Integer> outcomes() {
        var counts = new TreeMap<String, Integer>();
        processed.values().forEach(outcome -> counts.merge(outcome.name(), 1, Integer::sum));
        return counts;
    }

    /// Reasons for rejection by name, in order of the alphabet.
    public Map<String, Integer> rejections() {
        var counts = new TreeMap<String, Integer>();
        rejected.values().forEach(refused -> counts.merge(refused.reason().name(), 1, Integer::sum));
        return counts;
    }

    /// Calls that were made since the run began, by API, endpoint and outcome.
    public ApiCalls calls() {
        return calls;
    }
}
