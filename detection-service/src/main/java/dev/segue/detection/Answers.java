package dev.segue.detection;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.TrackFetched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// All that the API ever answered, as `track-fetched` has it: what is in here is not asked again. Thread-safe.
@ApplicationScoped
public class Answers {

    private record Known(Optional<Track> track, Instant at) {}

    private final Map<TrackId, Known> known = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public Answers(InstantSource clock) {
        this.clock = clock;
    }

    /// Remembers an answer of an earlier time; the newest counts.
    public void learn(TrackFetched answer) {
        learn(answer.id(), answer.track(), answer.at());
    }

    /// Remembers what the API has just said.
    void learn(TrackId id, Optional<Track> track) {
        learn(id, track, clock.instant());
    }

    private void learn(TrackId id, Optional<Track> track, Instant at) {
        known.merge(id, new Known(track, at), (old, now) -> now.at().isBefore(old.at()) ? old : now);
    }

    /// What the API said of `id`, if it knew it.
    Optional<Track> track(TrackId id) {
        return Optional.ofNullable(known.get(id)).flatMap(Known::track);
    }

    /// Some track of `source` that the API has answered for.
    Optional<TrackId> some(TrackId.Source source) {
        return known.entrySet().stream()
                .filter(one -> one.getKey().source() == source)
                .filter(one -> one.getValue().track().isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The answer to `request`, if it is known: for a refresh only one that is newer than the request.
    public Optional<TrackFetched> to(FetchRequested request) {
        return Optional.ofNullable(known.get(request.id()))
                .map(answer -> new TrackFetched(
                        request.id(),
                        answer.track(),
                        request.hint(),
                        request.playlist(),
                        request.position(),
                        answer.at()))
                .filter(answer -> answers(answer, request));
    }

    private boolean answers(TrackFetched answer, FetchRequested request) {
        if (answer.track().isEmpty()) {
            return answer.stands(clock.instant());
        }
        return switch (request.reason()) {
            case MISSING -> true;
            case STALE -> !answer.at().isBefore(request.at());
        };
    }
}
