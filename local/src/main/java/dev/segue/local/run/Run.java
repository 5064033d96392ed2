package dev.segue.local.run;

import dev.segue.library.fact.DetectionStatus;
import dev.segue.local.system.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks for a detection and stays with it until every track has reached its end.
///
/// @param detections where to ask
/// @param catalogue  what it waits for
/// @param audio      whether it is being made
/// @param death      what to tell the person if the system has died meanwhile
/// @param logs       where the person can look
public record Run(
        Detections detections,
        Supplier<Optional<Waiting>> catalogue,
        Supplier<Optional<Waiting>> audio,
        Supplier<Optional<Failure>> death,
        String logs) {

    /// Asks, and returns when every track has reached its end, nothing moves any more, or only an API can tell that
    /// takes no calls for long.
    ///
    /// @throws Failure if the detection fails or a process dies
    public RunEnd follow(RunFollower follower, DetectionStatus.Request request, RunProgress progress) {
        return follow(follower, request, progress, Patience.STALLED);
    }

    RunEnd follow(
            RunFollower follower, DetectionStatus.Request request, RunProgress progress, Duration longestSilence) {
        String runId = detections.ask(request);
        RunTally tally = follower.tally();
        var patience = new Patience(() -> waitedFor(tally), longestSilence, System.nanoTime());
        while (!tally.complete()) {
            if (follower.read(runId)) {
                patience.news(System.nanoTime());
            }
            progress.show(tally);
            requireHope(tally);
            Optional<RunEnd> end = end(tally, patience, longestSilence);
            if (end.isPresent()) {
                return end.get();
            }
            waiting(tally, patience).ifPresent(progress::waiting);
        }
        follower.catchUp(runId);
        progress.show(tally);
        return new RunEnd.Complete(tally);
    }

    private Optional<Waiting> waiting(RunTally tally, Patience patience) {
        Optional<Waiting.ForApi> api =
                tally.putOff().filter(question -> question.until().isAfter(Instant.now()));
        api.ifPresent(_ -> patience.known(System.nanoTime()));
        return api.<Waiting>map(question -> question).or(() -> patience.waiting(System.nanoTime()));
    }

    /// What may take long, and is no stall: asked of who knows.
    private Optional<Waiting> waitedFor(RunTally tally) {
        return catalogue.get().or(() -> tally.wantsAudio() ? audio.get() : Optional.empty());
    }

    private void requireHope(RunTally tally) {
        tally.failure().ifPresent(reason -> {
            throw new Failure("the detection failed: " + reason);
        });
        death.get().ifPresent(failure -> {
            throw failure;
        });
    }

    private Optional<RunEnd> end(RunTally tally, Patience patience, Duration longestSilence) {
        Optional<Waiting.ForApi> tooFar = tally.putOff()
                .filter(question ->
                        patience.endsBefore(Duration.between(Instant.now(), question.until()), System.nanoTime()));
        if (tooFar.isPresent()) {
            return Optional.of(new RunEnd.PutOff(tally, tooFar.get()));
        }
        return patience.over(System.nanoTime())
                ? Optional.of(new RunEnd.Stalled(tally, stalled(tally, patience.waited(), longestSilence)))
                : Optional.empty();
    }

    private String stalled(RunTally tally, Optional<Waiting> waited, Duration silence) {
        String where;
        if (!tally.allDetected()) {
            where = "detection is not finished, " + tally.detected() + " tracks so far";
        } else if (tally.described() + tally.rejected() < tally.detected()) {
            where = (tally.detected() - tally.described()) + " of " + tally.detected() + " tracks are not described";
        } else if (tally.written() + tally.rejected() < tally.detected()) {
            where = (tally.detected() - tally.written()) + " of " + tally.detected() + " tracks are not written down";
        } else {
            where = tally.unfinished() + " of " + tally.detected() + " tracks have no audio outcome";
        }
        String why = waited.map(what -> "; " + what.words(Instant.now(), ZoneId.systemDefault()))
                .orElse("");
        return "nothing has moved for " + silence.toSeconds() + " s: " + where + why + "; see the logs in " + logs;
    }
}
