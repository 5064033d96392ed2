package dev.segue.detection.kafka;

import dev.segue.detection.Answers;
import dev.segue.detection.ApiGate;
import dev.segue.detection.ApiGates;
import dev.segue.detection.DetectionRuns;
import dev.segue.detection.ObservedPlaylists;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactFollower;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackFetched;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/// Reads at the start all that an earlier life of this service knew: what the API answered, how it stands, how
/// playlists looked, and how all runs stand. Only then do the gates open, and unfinished runs go on.
@Startup
@Default
@Readiness
@ApplicationScoped
class Memory implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(Memory.class);
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final long TICK_MILLIS = 500;
    private static final Set<Topic> TOPICS =
            Set.of(Topic.DETECTION_STATUS, Topic.API_STATUS, Topic.TRACK_FETCHED, Topic.PLAYLIST_OBSERVED);

    private final DetectionRuns runs;
    private final ApiGates gates;
    private final Answers answers;
    private final ObservedPlaylists observed;
    private final FactFollower follower;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ask-again").factory());

    Memory(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            DetectionRuns runs,
            ApiGates gates,
            Answers answers,
            ObservedPlaylists observed) {
        this.runs = runs;
        this.gates = gates;
        this.answers = answers;
        this.observed = observed;
        this.follower = FactFollower.start(broker, TOPICS, this::on);
    }

    private void on(Fact fact, Envelope envelope) {
        if (fact instanceof DetectionStatus status) {
            runs.remember(status);
        } else if (fact instanceof ApiStatus status) {
            gates.remember(status);
        } else if (fact instanceof TrackFetched answer) {
            answers.learn(answer);
        } else if (fact instanceof PlaylistObserved seen) {
            observed.learn(seen);
        }
    }

    @PostConstruct
    void resume() {
        Thread.ofVirtual().name("resume-runs").start(this::resumeWhenCaughtUp);
    }

    private void resumeWhenCaughtUp() {
        try {
            if (follower.awaitCaughtUp(PATIENCE)) {
                gates.all().forEach(ApiGate::open);
                opened.countDown();
                var _ = ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
                runs.resume();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        try {
            runs.askAgain();
        } catch (RuntimeException surprise) { // else nobody would ever ask again
            LOG.error("Asking again failed", surprise);
        }
    }

    /// Waits until all that was there at the start is known; nothing is asked before.
    void awaitCaughtUp() {
        try {
            opened.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while replaying", stopping);
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("runs-remembered")
                .status(follower.caughtUp())
                .build();
    }

    @PreDestroy
    void close() {
        ticks.shutdownNow();
        follower.close();
    }
}
