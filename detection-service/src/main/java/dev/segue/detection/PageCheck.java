package dev.segue.detection;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackFetched;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Finds the track on a page of SoundCloud: one call, and one more if the track is new. Thread-safe.
final class PageCheck {

    private final SoundCloud soundCloud;
    private final Answers answers;
    private final InstantSource clock;

    PageCheck(SoundCloud soundCloud, Answers answers, InstantSource clock) {
        this.soundCloud = soundCloud;
        this.answers = answers;
        this.clock = clock;
    }

    Outcome<Reply.Found> check(URI page) {
        return soundCloud.resolve(page).then(this::detected);
    }

    private Outcome<Reply.Found> detected(TrackId id) {
        Optional<Track> known = answers.track(id);
        return known.isPresent()
                ? new Outcome.Answer<>(found(known.get(), List.of()))
                : soundCloud.track(id).then(track -> {
                    Instant now = clock.instant();
                    var fetched = new TrackFetched(
                            id, Optional.of(track), Hint.of(track), Optional.empty(), Optional.empty(), now);
                    return new Outcome.Answer<>(found(track, List.of(fetched)));
                });
    }

    private Reply.Found found(Track track, List<TrackFetched> fetched) {
        var detected = new TrackDetected(
                track.id(),
                Hint.of(track),
                DetectionSource.SINGLE,
                Optional.empty(),
                Optional.empty(),
                clock.instant());
        return new Reply.Found(fetched, List.of(), List.of(detected));
    }
}
