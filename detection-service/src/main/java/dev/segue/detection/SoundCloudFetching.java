package dev.segue.detection;

import dev.segue.detection.Fetching.Step;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.FetchRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// Asks SoundCloud for tracks, one a call. What it learns is in [Answers]. For one thread at a time.
@ApplicationScoped
public class SoundCloudFetching implements Fetcher {

    private final SoundCloud soundCloud;
    private final Answers answers;

    public SoundCloudFetching(SoundCloud soundCloud, Answers answers) {
        this.soundCloud = soundCloud;
        this.answers = answers;
    }

    @Override
    public boolean asksFor(TrackId id) {
        return id.source() == TrackId.Source.SOUNDCLOUD;
    }

    @Override
    public Step step(Collection<FetchRequested> requests) {
        return requests.stream()
                .filter(request -> answers.to(request).isEmpty())
                .findFirst()
                .map(request -> ask(request.id()))
                .orElseGet(Step.Complete::new);
    }

    @Override
    public boolean answersForOthers() {
        return answers.some(TrackId.Source.SOUNDCLOUD)
                .map(soundCloud::track)
                .filter(Outcome.Answer.class::isInstance)
                .isPresent();
    }

    private Step ask(TrackId id) {
        return switch (soundCloud.track(id)) {
            case Outcome.Answer<Track>(Track track) -> learnt(id, Optional.of(track));
            case Outcome.NotFound<Track> _ -> learnt(id, Optional.empty());
            case Outcome.RateLimited<Track>(Instant until) -> new Step.Pause(until);
            case Outcome.NoLogin<Track>(String why, Instant again) -> new Step.Pause(again, why);
            case Outcome.Refused<Track>(String why) -> new Step.Trouble(id, why, true);
            case Outcome.Failed<Track>(String why, boolean reached) -> new Step.Trouble(id, why, reached);
        };
    }

    private Step learnt(TrackId id, Optional<Track> track) {
        answers.learn(id, track);
        return new Step.Learnt();
    }
}
