package dev.segue.detection.kafka;

import dev.segue.detection.DetectionConfig;
import dev.segue.detection.DetectionRuns;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactFollower;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.Topic;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/// Reads at the start how all runs stand, and goes on with those that are not finished. Says on `api-status` that no
/// music API is asked by this version, so that nobody waits for an answer.
@Startup
@Readiness
@ApplicationScoped
class ResumeRuns implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(ResumeRuns.class);
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final DetectionRuns runs;
    private final FactWriter facts;
    private final DetectionConfig config;
    private final FactFollower follower;

    ResumeRuns(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            DetectionRuns runs,
            FactWriter facts,
            DetectionConfig config) {
        this.runs = runs;
        this.facts = facts;
        this.config = config;
        this.follower = FactFollower.start(broker, Set.of(Topic.DETECTION_STATUS), this::on);
    }

    private void on(Fact fact, Envelope envelope) {
        if (fact instanceof DetectionStatus status) {
            runs.remember(status);
        }
    }

    @PostConstruct
    void resume() {
        if (config.spotify().clientId().isPresent()) {
            LOG.warn("segue.spotify.client-id is set, but this version asks no API: misses stay partial");
        }
        Thread.ofVirtual().name("resume-runs").start(this::resumeWhenCaughtUp);
    }

    private void resumeWhenCaughtUp() {
        try {
            facts.write(
                            new ApiStatus(
                                    ApiStatus.Api.SPOTIFY, false, 0, 0, Optional.empty(), Set.of(), Instant.now()),
                            Envelope.NONE)
                    .join();
            if (follower.awaitCaughtUp(PATIENCE)) {
                runs.resume();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
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
        follower.close();
    }
}
