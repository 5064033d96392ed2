package dev.segue.processing.kafka;

import dev.segue.processing.ProcessingConfig;
import dev.segue.processing.Retries;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Looks every few seconds what may be tried again.
@ApplicationScoped
class LookAgain {

    private static final Logger LOG = Logger.getLogger(LookAgain.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    void on(@Observes StartupEvent start, Retries retries, ProcessingConfig config) {
        long every = config.audio().lookEvery().toMillis();
        var _ = clock.scheduleWithFixedDelay(() -> look(retries), every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent end) {
        clock.shutdownNow();
    }

    /// One surprise must not end the looking.
    private static void look(Retries retries) {
        try {
            retries.look();
        } catch (RuntimeException surprise) {
            LOG.error("Nothing is tried again now", surprise);
        }
    }
}
