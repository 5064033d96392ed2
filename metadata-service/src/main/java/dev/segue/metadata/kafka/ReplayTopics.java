package dev.segue.metadata.kafka;

import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactFollower;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackFetched;
import dev.segue.metadata.Observations;
import dev.segue.metadata.RefreshAllowance;
import dev.segue.metadata.TrackIndex;
import dev.segue.metadata.Waiting;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Tells the index all that the API ever answered, how it stands, and how playlists looked there; and what it was asked
/// before the start. Each instance reads all of it.
@Startup
@Default
@Readiness
@ApplicationScoped
class ReplayTopics implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Set<Topic> TOPICS =
            Set.of(Topic.TRACK_FETCHED, Topic.API_STATUS, Topic.PLAYLIST_OBSERVED, Topic.FETCH_REQUESTED);

    private final TrackIndex index;
    private final Observations observations;
    private final Waiting waiting;
    private final RefreshAllowance refreshes;
    private final PassOnWaiting passOn;
    private final AtomicBoolean replayed = new AtomicBoolean();
    private final FactFollower follower;

    ReplayTopics(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            TrackIndex index,
            Observations observations,
            Waiting waiting,
            RefreshAllowance refreshes,
            PassOnWaiting passOn) {
        this.index = index;
        this.observations = observations;
        this.waiting = waiting;
        this.refreshes = refreshes;
        this.passOn = passOn;
        this.follower = FactFollower.start(broker, TOPICS, this::on);
    }

    private void on(Fact fact, Envelope envelope) {
        if (fact instanceof TrackFetched answer) {
            index.learn(answer);
        } else if (fact instanceof ApiStatus status) {
            index.learn(status);
            if (replayed.get()) {
                passOn.look();
            }
        } else if (fact instanceof PlaylistObserved observed) {
            learn(observed);
        } else if (fact instanceof FetchRequested request) {
            requested(request, envelope);
        }
    }

    private void requested(FetchRequested request, Envelope envelope) {
        refreshes.heard(request);
        if (!replayed.get()) {
            waiting.add(request, envelope); // later ones are known to the instance that wrote them
        }
    }

    void learn(PlaylistObserved observed) {
        observations.learn(observed);
        index.learn(observed);
    }

    @PostConstruct
    void passOnWhenCaughtUp() {
        Thread.ofVirtual().name("pass-on").start(() -> {
            awaitCaughtUp();
            replayed.set(true);
            passOn.look();
        });
    }

    /// Waits until all that was there at the start is known; nothing is decided before.
    void awaitCaughtUp() {
        try {
            if (!follower.awaitCaughtUp(PATIENCE)) {
                throw new IllegalStateException("the topics could not be replayed within " + PATIENCE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while replaying", stopping);
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("topics-replayed")
                .status(follower.caughtUp())
                .build();
    }

    @PreDestroy
    void close() {
        follower.close();
    }
}
