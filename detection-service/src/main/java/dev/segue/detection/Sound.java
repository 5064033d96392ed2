package dev.segue.detection;

import dev.segue.library.AudioFeatures;
import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.ApiStatus.Feature;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackFetched;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Adds audio features to what a list has shown: pages do not have them. For one thread at a time.
///
/// An app that is shown a popularity may be shown audio features, too. Nothing waits for them: tracks go on without,
/// and are owed them until the API has said what it knows, be it at a later look at the list.
final class Sound {

    /// An API that gives all but these is not asked for ever.
    private static final int MOST_IN_A_ROW = 3;

    private final Spotify spotify;
    private final ApiGate gate;
    private final Answers answers;
    private final InstantSource clock;
    private final Set<TrackId> analysed = new HashSet<>();
    private int putOff;

    Sound(Spotify spotify, ApiGate gate, Answers answers, InstantSource clock) {
        this.spotify = spotify;
        this.gate = gate;
        this.answers = answers;
        this.clock = clock;
    }

    /// What was found, with the features of its tracks; or without, and when to look again.
    Reply addedTo(Reply.Found found) {
        Map<TrackId, TrackFetched> silent = silent(found);
        Map<TrackId, AudioFeatures> features = new HashMap<>();
        List<TrackId> ids = List.copyOf(silent.keySet());
        Optional<Instant> later = Optional.empty();
        for (int at = 0; at < ids.size() && mayAsk(later); at += Spotify.MOST_FEATURES) {
            later = ask(ids.subList(at, Math.min(ids.size(), at + Spotify.MOST_FEATURES)), features);
        }
        Reply.Found all = with(features, silent, found);
        putOff = later.isPresent() ? putOff + 1 : 0;
        return later.filter(_ -> putOff <= MOST_IN_A_ROW)
                .<Reply>map(from -> new Reply.More(all, from, "audio features are asked for at " + from))
                .orElse(all);
    }

    private boolean mayAsk(Optional<Instant> later) {
        return later.isEmpty() && !gate.refuses(Feature.AUDIO_FEATURES);
    }

    /// @return when to ask again, if the API takes no calls
    private Optional<Instant> ask(List<TrackId> ids, Map<TrackId, AudioFeatures> features) {
        switch (spotify.features(ids)) {
            case Outcome.Answer<Map<TrackId, AudioFeatures>>(Map<TrackId, AudioFeatures> known) -> {
                features.putAll(known);
                analysed.addAll(ids);
            }
            case Outcome.NotFound<Map<TrackId, AudioFeatures>> _ -> gate.refuse(Feature.AUDIO_FEATURES);
            case Outcome.Refused<Map<TrackId, AudioFeatures>> _ -> gate.refuse(Feature.AUDIO_FEATURES);
            case Outcome.NoLogin<Map<TrackId, AudioFeatures>> _ -> {} // the next look at the list asks again
            case Outcome.RateLimited<Map<TrackId, AudioFeatures>>(Instant until) -> {
                return Optional.of(until);
            }
            case Outcome.Failed<Map<TrackId, AudioFeatures>> _ -> {} // the next look at the list asks again
        }
        return Optional.empty();
    }

    /// Tracks that may have features and lack them: those that have just come, and those of earlier looks.
    private Map<TrackId, TrackFetched> silent(Reply.Found found) {
        var silent = new LinkedHashMap<TrackId, TrackFetched>();
        found.fetched().stream()
                .filter(one -> one.track().filter(Sound::isOwed).isPresent())
                .forEach(one -> silent.put(one.id(), one));
        for (TrackDetected seen : found.detected()) {
            answers.track(seen.id())
                    .filter(Sound::isOwed)
                    .filter(_ -> !analysed.contains(seen.id()))
                    .ifPresent(track -> silent.putIfAbsent(seen.id(), again(seen, track)));
        }
        return silent;
    }

    private static boolean isOwed(Track track) {
        return track.popularity().isPresent() && track.features().isEmpty();
    }

    private TrackFetched again(TrackDetected seen, Track track) {
        return new TrackFetched(
                seen.id(), Optional.of(track), Hint.of(track), seen.playlist(), seen.position(), clock.instant());
    }

    private static Reply.Found with(
            Map<TrackId, AudioFeatures> features, Map<TrackId, TrackFetched> silent, Reply.Found found) {
        var fetched = new LinkedHashMap<TrackId, TrackFetched>();
        found.fetched().forEach(one -> fetched.put(one.id(), one));
        features.forEach((id, known) ->
                Optional.ofNullable(silent.get(id)).ifPresent(one -> fetched.put(id, added(one, known))));
        return new Reply.Found(new ArrayList<>(fetched.values()), found.observed(), found.detected());
    }

    private static TrackFetched added(TrackFetched fetched, AudioFeatures features) {
        return new TrackFetched(
                fetched.id(),
                fetched.track().map(track -> Features.added(track, Optional.of(features))),
                fetched.hint(),
                fetched.playlist(),
                fetched.position(),
                fetched.at());
    }
}
