package dev.segue.local.run;

import dev.segue.library.fact.DetectionStatus;
import dev.segue.local.system.Failure;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks for a detection and stays with it until every track has reached its end.
///
/// @param detections where to ask
/// @param catalogue  what it waits for
/// @param death      what to tell the person if the system has died meanwhile
/// @param logs       where the person can look
public record Run(
        Detections detections, Supplier<Optional<Waiting>> catalogue, Supplier<Optional<Failure>> death, String logs) {

    /// Asks, and returns when every track has reached its end.
    ///
    /// @throws Failure if the detection fails, a process dies, or nothing moves any more
    public RunTally follow(RunFollower follower, DetectionStatus.Request request, RunProgress progress) {
        String runId = detections.ask(request);
        RunTally tally = follower.tally();
        var patience = new Patience(catalogue, System.nanoTime());
        while (!tally.complete()) {
            if (follower.read(runId)) {
                patience.news(System.nanoTime());
            }
            progress.show(tally);
            patience.waiting(System.nanoTime()).ifPresent(progress::waiting);
            tally.failure().ifPresent(reason -> {
                throw new Failure("the detection failed: " + reason);
            });
            death.get().ifPresent(failure -> {
                throw failure;
            });
            if (patience.over(System.nanoTime())) {
                throw stalled(tally);
            }
        }
        progress.show(tally);
        return tally;
    }

    private Failure stalled(RunTally tally) {
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
        return new Failure(
                "nothing has moved for " + Patience.STALLED.toSeconds() + " s: " + where + "; see the logs in " + logs);
    }
}
