package dev.segue.detection;

import dev.segue.library.AudioFeatures;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.library.fact.ApiStatus.Feature;
import dev.segue.library.fact.FetchRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks Spotify for tracks, as many at once as this app may. What it learns is in [Answers]. For one thread at a time.
///
/// A new app may neither ask for many tracks at once nor for audio features: that is learnt from one refusal. Features
/// are asked only for tracks that came with a popularity, since an app that is not shown the one is refused the other.
@ApplicationScoped
public class Fetching implements Fetcher {

    /// What one step came to.
    public sealed interface Step {

        /// Something was learnt.
        record Learnt() implements Step {}

        /// All that is wanted is known.
        record Complete() implements Step {}

        /// No call may go out before `until`.
        record Pause(Instant until, String why) implements Step {

            Pause(Instant until) {
                this(until, "the API takes no calls");
            }
        }

        /// The API did not answer for `id`, and may do so later.
        ///
        /// @param reached whether it was asked at all; else `id` is not to blame
        record Trouble(TrackId id, String why, boolean reached) implements Step {}
    }

    private static final int TRIES_FOR_FEATURES = 3;

    private final Spotify spotify;
    private final ApiGate gate;
    private final Answers answers;
    private final Map<TrackId, Track> withoutFeatures = new LinkedHashMap<>();
    private int failures;

    public Fetching(Spotify spotify, ApiGates gates, Answers answers) {
        this.spotify = spotify;
        this.gate = gates.of(Api.SPOTIFY);
        this.answers = answers;
    }

    @Override
    public boolean asksFor(TrackId id) {
        return id.source() == TrackId.Source.SPOTIFY;
    }

    @Override
    public Step step(Collection<FetchRequested> requests) {
        if (!withoutFeatures.isEmpty()) {
            return features();
        }
        List<TrackId> wanted = requests.stream()
                .filter(request -> answers.to(request).isEmpty())
                .map(FetchRequested::id)
                .distinct()
                .limit(Spotify.MOST_FEATURES)
                .toList();
        if (wanted.isEmpty()) {
            return new Step.Complete();
        }
        return wanted.size() == 1 || gate.refuses(Feature.BATCH) ? single(wanted.getFirst()) : batch(wanted);
    }

    @Override
    public boolean answersForOthers() {
        return answers.some(TrackId.Source.SPOTIFY)
                .map(spotify::track)
                .filter(Outcome.Answer.class::isInstance)
                .isPresent();
    }

    private Step single(TrackId id) {
        return switch (spotify.track(id)) {
            case Outcome.Answer<Track>(Track track) -> learnt(Map.of(id, track), Stream.of(id));
            case Outcome.NotFound<Track> _ -> learnt(Map.of(), Stream.of(id));
            case Outcome.RateLimited<Track>(Instant until) -> new Step.Pause(until);
            case Outcome.NoLogin<Track>(String why, Instant again) -> new Step.Pause(again, why);
            case Outcome.Refused<Track>(String why) -> new Step.Trouble(id, why, true);
            case Outcome.Failed<Track>(String why, boolean reached) -> new Step.Trouble(id, why, reached);
        };
    }

    private Step batch(List<TrackId> wanted) {
        List<TrackId> some = wanted.subList(0, Math.min(wanted.size(), Spotify.MOST_TRACKS));
        return switch (spotify.tracks(some)) {
            case Outcome.Answer<Map<TrackId, Track>>(Map<TrackId, Track> tracks) -> learnt(tracks, some.stream());
            case Outcome.NotFound<Map<TrackId, Track>> _ -> noBatches();
            case Outcome.RateLimited<Map<TrackId, Track>>(Instant until) -> new Step.Pause(until);
            case Outcome.Refused<Map<TrackId, Track>> _ -> noBatches();
            case Outcome.NoLogin<Map<TrackId, Track>>(String why, Instant again) -> new Step.Pause(again, why);
            case Outcome.Failed<Map<TrackId, Track>>(String why, boolean reached) ->
                new Step.Trouble(some.getFirst(), why, reached);
        };
    }

    private Step noBatches() {
        gate.refuse(Feature.BATCH);
        return new Step.Learnt();
    }

    private Step learnt(Map<TrackId, Track> tracks, Stream<TrackId> asked) {
        asked.forEach(id -> {
            Optional<Track> track = Optional.ofNullable(tracks.get(id));
            if (track.flatMap(Track::popularity).isPresent() && !gate.refuses(Feature.AUDIO_FEATURES)) {
                track.ifPresent(known -> withoutFeatures.put(id, known));
            } else {
                answers.learn(id, track);
            }
        });
        return withoutFeatures.isEmpty() ? new Step.Learnt() : features();
    }

    /// A 429 here is waited for, since nobody asks for the track again once it is answered; other trouble is not worth
    /// it.
    private Step features() {
        var outcome = spotify.features(List.copyOf(withoutFeatures.keySet()));
        return switch (outcome) {
            case Outcome.Answer<Map<TrackId, AudioFeatures>>(var features) -> {
                withoutFeatures.replaceAll((id, track) -> Features.added(track, Optional.ofNullable(features.get(id))));
                yield done();
            }
            case Outcome.RateLimited<Map<TrackId, AudioFeatures>>(Instant until) -> new Step.Pause(until);
            case Outcome.NoLogin<Map<TrackId, AudioFeatures>>(String why, Instant again) -> new Step.Pause(again, why);
            case Outcome.Failed<Map<TrackId, AudioFeatures>>(String why, boolean reached)
            when isWorthAnotherTry() ->
                new Step.Trouble(withoutFeatures.keySet().iterator().next(), why, reached);
            case Outcome.Failed<Map<TrackId, AudioFeatures>> _ -> done();
            case Outcome.NotFound<Map<TrackId, AudioFeatures>> _ -> noFeatures();
            case Outcome.Refused<Map<TrackId, AudioFeatures>> _ -> noFeatures();
        };
    }

    private boolean isWorthAnotherTry() {
        failures++;
        return failures < TRIES_FOR_FEATURES;
    }

    private Step noFeatures() {
        gate.refuse(Feature.AUDIO_FEATURES);
        return done();
    }

    private Step done() {
        failures = 0;
        withoutFeatures.forEach((id, track) -> answers.learn(id, Optional.of(track)));
        withoutFeatures.clear();
        return new Step.Learnt();
    }
}
