package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.TrackDetected;
import dev.segue.local.run.Detections;
import dev.segue.local.run.RunFollower;
import dev.segue.local.run.RunTally;
import dev.segue.local.system.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/// A run in a running system, followed also while processes are killed.
final class FollowedRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String runId;
    private final RunFollower follower;
    private final FactWriter facts;

    private FollowedRun(WholeSystem system, Supplier<String> start) {
        follower = RunFollower.open(system.bootstrapServers());
        facts = FactWriter.open(Map.of("bootstrap.servers", system.bootstrapServers()), "test");
        runId = start.get();
    }

    /// The one that `request` asks for.
    static FollowedRun asked(WholeSystem system, Request request) {
        var detections = new Detections(system.port(Part.DETECTION), Optional.of(WholeSystem.TOKEN));
        return new FollowedRun(system, () -> detections.ask(request));
    }

    /// Detects `tracks` by hand, as if each had been seen somewhere: nobody knows more of them than their hints.
    static FollowedRun byHand(WholeSystem system, List<Track> tracks) {
        var run = new FollowedRun(system, () -> UUID.randomUUID().toString());
        run.detect(tracks);
        return run;
    }

    private void detect(List<Track> tracks) {
        CompletableFuture.allOf(tracks.stream()
                        .map(track -> new TrackDetected(
                                track.id(),
                                Hint.of(track),
                                DetectionSource.SINGLE,
                                Optional.empty(),
                                Optional.empty(),
                                Instant.now()))
                        .map(detected -> facts.write(detected, Envelope.of(runId)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    /// Waits until the run is as it is `wanted`.
    RunTally await(Predicate<RunTally> wanted) {
        Awaitility.await().atMost(PATIENCE).pollInSameThread().until(() -> {
            boolean _ = follower.read(runId);
            return wanted.test(follower.tally());
        });
        assertThat(follower.tally().rejected()).isZero();
        return follower.tally();
    }

    /// Waits until every track has its audio outcome.
    RunTally awaitEnd(int tracks) {
        RunTally tally = await(now -> now.detected() == tracks && now.unfinished() == 0);
        follower.catchUp(runId);
        return tally;
    }

    @Override
    public void close() {
        follower.close();
        facts.close();
    }
}
