package dev.segue.detection.schedule;

import dev.segue.detection.DetectionConfig;
import dev.segue.detection.NowPlaying;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Looks what plays now, again and again, with the rests that each look asks for.
@ApplicationScoped
class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final Duration AFTER_A_SURPRISE = Duration.ofMinutes(5);

    private final Supplier<Duration> looking;
    private final boolean wanted;
    private final ScheduledExecutorService looks;

    @Inject
    Watch(NowPlaying playing, DetectionConfig config) {
        this(
                playing::look,
                config.current().watch(),
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("now-playing").factory()));
    }

    /// @param looking looks once, and says how long to rest
    Watch(Supplier<Duration> looking, boolean wanted, ScheduledExecutorService looks) {
        this.looking = looking;
        this.wanted = wanted;
        this.looks = looks;
    }

    void start(@Observes StartupEvent started) {
        if (wanted) {
            after(Duration.ofSeconds(1));
        }
    }

    private void after(Duration rest) {
        var _ = looks.schedule(this::look, rest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        Duration rest = AFTER_A_SURPRISE;
        try {
            rest = looking.get();
        } catch (RuntimeException surprise) { // else nobody would ever look again
            LOG.error("Looking what plays failed", surprise);
        }
        if (!looks.isShutdown()) {
            after(rest);
        }
    }

    @PreDestroy
    void stop() {
        looks.shutdownNow();
    }
}
