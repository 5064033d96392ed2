package dev.segue.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// Holds the catalogue against what is known when somebody asks for it, one remediation after the other, beside the
/// synchronisation. What cannot be done now is tried again later; what a kill interrupts goes on at the next start.
/// Thread-safe.
public final class Remediations implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Remediations.class.getName());
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LEAST_MENDED = 10;
    private static final Duration KEPT_EVERY = Duration.ofSeconds(2);

    private final Catalogue catalogue;
    private final Knowledge knowledge;
    private final SyncRules rules;
    private final RemediationShelf shelf;
    private final InstantSource clock;
    private final Duration pause;
    private final Map<String, Remediation> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("remediation").factory());

    /// @param pause before something is tried again
    public Remediations(
            Catalogue catalogue,
            Knowledge knowledge,
            SyncRules rules,
            RemediationShelf shelf,
            InstantSource clock,
            Duration pause) {
        this.catalogue = catalogue;
        this.knowledge = knowledge;
        this.rules = rules;
        this.shelf = shelf;
        this.clock = clock;
        this.pause = pause;
    }

    /// Begins one.
    ///
    /// @param fix whether what is found is to be put right
    /// @throws java.io.UncheckedIOException if its report could not be kept
    public Remediation begin(boolean fix) {
        Instant now = clock.instant();
        String id = NAME.format(now)
                + String.format(
                        Locale.ROOT, "-%04x", ThreadLocalRandom.current().nextInt(1 << 16));
        Remediation begun = Remediation.begun(id, fix, catalogue.place(), now);
        shelf.keep(begun);
        goOn(begun);
        return begun;
    }

    /// Goes on with those that a stop or a kill has interrupted.
    public void resume() {
        shelf.unfinished().forEach(this::goOn);
    }

    public Optional<Remediation> find(String id) {
        return Optional.ofNullable(running.get(id)).or(() -> shelf.find(id));
    }

    private void goOn(Remediation from) {
        running.put(from.id(), from);
        worker.execute(new Work(from));
    }

    /// One remediation on its way. Only the worker's thread touches it.
    private final class Work implements Runnable {

        private Remediation now;
        private Instant kept = Instant.MIN;
        private Optional<Comparison> comparison = Optional.empty();

        private Work(Remediation from) {
            this.now = from;
        }

        @Override
        public void run() {
            try {
                while (!now.ended()) {
                    step();
                }
            } catch (CatalogueUnavailable away) {
                later(away.pause().orElse(pause), String.valueOf(away.getMessage()));
            } catch (KnowledgeUnavailable away) {
                later(pause, String.valueOf(away.getMessage()));
            } catch (RuntimeException surprise) {
                LOG.log(System.Logger.Level.ERROR, "Remediation " + now.id() + " failed", surprise);
                show(now.failed(surprise.toString(), clock.instant()));
            }
        }

        private void step() {
            if (now.state() == Remediation.State.COMPARING) {
                compare();
            } else {
                var mending = new Mending(
                        catalogue,
                        knowledge,
                        rules,
                        clock,
                        Math.clamp(catalogue.writtenAtOnce(), LEAST_MENDED, Comparison.BATCH));
                var mended = mending.mended(now.findings());
                boolean open = mended.stream().anyMatch(Finding::open);
                show(open ? now.mended(mended) : now.mended(mended).done(clock.instant()));
            }
        }

        private void compare() {
            Comparison going = comparison.orElseGet(() -> new Comparison(catalogue, knowledge, rules));
            comparison = Optional.of(going);
            boolean more = going.step();
            Remediation read = now.read(going.pages(), going.tracks());
            show(more ? read : read.compared(going.findings(), clock.instant()));
        }

        private void later(Duration wait, String why) {
            LOG.log(System.Logger.Level.WARNING, "Remediation " + now.id() + " waits for " + wait + ": " + why);
            show(now.waitingFor(why, clock.instant().plus(wait)));
            var _ = worker.schedule(this, wait.toMillis(), TimeUnit.MILLISECONDS);
        }

        /// While it compares, nothing has to be kept: a comparison begins anew.
        private void show(Remediation next) {
            boolean changed = next.state() != now.state();
            now = next;
            running.put(now.id(), now);
            boolean due =
                    now.state() == Remediation.State.FIXING && clock.instant().isAfter(kept.plus(KEPT_EVERY));
            if (changed || due) {
                shelf.keep(now);
                kept = clock.instant();
            }
            if (now.ended()) {
                running.remove(now.id());
            }
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
