package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.TrackDetected;
import dev.segue.local.run.RunFollower;
import dev.segue.local.run.RunTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/// A run whose tracks a test detects, as if each had been seen somewhere: nobody knows more of them than their hints.
final class DetectedByHand implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String runId = UUID.randomUUID().toString();
    private final RunFollower follower;
    private final FactWriter facts;

    private DetectedByHand(String bootstrapServers) {
        follower = RunFollower.open(bootstrapServers);
        facts = FactWriter.open(Map.of("bootstrap.servers", bootstrapServers), "test");
    }

    /// Detects `tracks` in a running system.
    static DetectedByHand in(WholeSystem system, List<Track> tracks) {
        var run = new DetectedByHand(system.bootstrapServers());
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
        return await(tally -> tally.detected() == tracks && tally.unfinished() == 0);
    }

    @Override
    public void close() {
        follower.close();
        facts.close();
    }
}
