package dev.segue.detection;

import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.library.fact.DetectionStatus.State;
import dev.segue.library.fact.TrackDetected;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Carries detections through. Thread-safe.
///
/// A detection is accepted when `detection-status` says so, and only then does the asker hear of it. One that a kill
/// interrupted is found there at the next start and done again from its beginning: whoever hears of a track twice in
/// one run ends where once would have led.
///
/// While the API cannot be asked, what exports say stands: the run is completed, and held against the API later.
@ApplicationScoped
public class DetectionRuns {

    private static final Logger LOG = Logger.getLogger(DetectionRuns.class);

    /// What became of a request.
    public sealed interface Answer {

        /// It is being carried out as this run.
        record Accepted(String runId) implements Answer {}

        /// What it asks for is not there.
        record NotThere(String why) implements Answer {}

        /// Kafka does not answer now. The run starts by itself as soon as it does.
        record Delayed(String runId) implements Answer {}
    }

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// So long an asker waits to be told that there is nothing. A large backup beside other work takes longer to read:
    /// then it is the run that says so.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final BackupSearch search;
    private final ApiSources apis;
    private final Announcements announcements;
    private final InstantSource clock;
    private final Map<String, DetectionStatus> runs = new ConcurrentHashMap<>();
    private final Map<String, DetectionStatus> waiting = new ConcurrentHashMap<>();
    private final Set<String> started = ConcurrentHashMap.newKeySet();

    public DetectionRuns(
            BackupSource backup,
            ObservedPlaylists observed,
            ApiSources apis,
            ApiGates gates,
            Announcements announcements,
            DetectionConfig config,
            InstantSource clock) {
        this.search = new BackupSearch(backup, observed, gates, config, clock);
        this.apis = apis;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// Starts what `request` asks for, if it is there; it goes on after the return. If that takes long to find out, the
    /// run says so later.
    ///
    /// @throws IllegalArgumentException  with a message for the asker, if the request makes no sense
    /// @throws BackupUnreadableException with a message for the asker
    public Answer start(Request request) {
        Detection _ = Detection.of(request); // before anything is read
        CompletableFuture<Findings> finding =
                CompletableFuture.supplyAsync(() -> search.find(request), Thread::startVirtualThread);
        var soon = finding.thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (value(soon).orElse(null) instanceof Findings.Nothing(String why)) {
            return new Answer.NotThere(why);
        }
        String runId = UUID.randomUUID().toString();
        started.add(runId);
        DetectionStatus run = status(runId, request, State.ACCEPTED, 0, Optional.empty());
        CompletableFuture<Void> accepted = write(run);
        Thread.ofVirtual().name("run-" + runId).start(() -> {
            accepted.join();
            attempt(run, () -> value(finding));
        });
        return inTime(accepted) ? new Answer.Accepted(runId) : new Answer.Delayed(runId);
    }

    /// What comes of it, also if that is an exception.
    private static <T> T value(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }

    private static boolean inTime(CompletableFuture<Void> accepted) {
        return accepted.handle((_, failure) -> failure == null)
                .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// How a run stands.
    public Optional<DetectionStatus> status(String runId) {
        return Optional.ofNullable(runs.get(runId));
    }

    /// Takes note of a run of an earlier life of this service.
    public void remember(DetectionStatus status) {
        runs.merge(status.runId(), status, (known, heard) -> isOver(known) ? known : heard);
    }

    private static boolean isOver(DetectionStatus run) {
        return run.state() != State.ACCEPTED && run.askAgain().isEmpty();
    }

    /// Does again what an earlier life of this service did not finish. To be called once, when all is remembered.
    public void resume() {
        for (DetectionStatus run : List.copyOf(runs.values())) {
            if (!isOver(run) && started.add(run.runId())) {
                LOG.infof(
                        "going on with run %s (%s)", run.runId(), run.request().source());
                attempt(run, () -> search.find(run.request()));
            }
        }
    }

    /// Puts the questions whose time has come to the API. To be called every now and then.
    public void askAgain() {
        Instant now = clock.instant();
        for (DetectionStatus run : List.copyOf(waiting.values())) {
            boolean due = run.askAgain().filter(at -> Block.holds(at, now)).isEmpty();
            if (due && waiting.remove(run.runId(), run)) {
                Thread.ofVirtual()
                        .name("run-" + run.runId())
                        .start(() -> attempt(run, () -> search.find(run.request())));
            }
        }
    }

    /// A surprise ends this run, and no other. Left as it is, the run would meet it again at every start.
    private void attempt(DetectionStatus run, Supplier<Findings> findings) {
        try {
            carryThrough(run, findings.get());
        } catch (IllegalArgumentException | BackupUnreadableException gone) {
            fail(run, String.valueOf(gone.getMessage()));
        } catch (RuntimeException surprise) {
            LOG.errorf(surprise, "run %s (%s)", run.runId(), run.request().source());
            fail(run, "unexpected: " + cause(surprise));
        }
    }

    private static Throwable cause(RuntimeException surprise) {
        return surprise instanceof CompletionException && surprise.getCause() != null ? surprise.getCause() : surprise;
    }

    private void carryThrough(DetectionStatus run, Findings findings) {
        switch (findings) {
            case Findings.Nothing(String why) -> fail(run, why);
            case Findings.Tracks(List<TrackDetected> tracks) -> {
                announcements.tracks(run.runId(), tracks);
                complete(run, tracks.size(), Optional.empty());
            }
            case Findings.Checked(List<TrackDetected> tracks, Question question) -> {
                if (run.state() == State.ACCEPTED) {
                    announcements.tracks(run.runId(), tracks);
                }
                ask(run, question, Optional.of(tracks));
            }
            case Findings.Asked(Question question) -> ask(run, question, Optional.empty());
        }
    }

    /// @param exported what has been detected already; empty: only the API knows
    private void ask(DetectionStatus run, Question question, Optional<List<TrackDetected>> exported) {
        List<TrackDetected> before = exported.orElse(List.of());
        Optional<Integer> known =
                run.state() == State.COMPLETED ? Optional.of(run.detected()) : exported.map(List::size);
        switch (apis.ask(question, found -> announcements.found(run.runId(), found))) {
            case Reply.Found found -> complete(run, Announcements.distinct(before, found.detected()), Optional.empty());
            case Reply.More(Reply.Found found, Instant from, String why) ->
                putOff(run, Optional.of(Announcements.distinct(before, found.detected())), from, why);
            case Reply.Later later -> putOff(run, known, later.from(), later.why());
            case Reply.Trouble(Reply.Found found, String why) -> {
                int sum = Announcements.distinct(before, found.detected());
                insist(run, sum == 0 ? known : Optional.of(Math.max(sum, known.orElse(0))), why);
            }
            case Reply.Never(String why) -> end(run, known, why);
        }
    }

    /// The API has failed at it: it is asked again after longer and longer times, and not for ever.
    private void insist(DetectionStatus run, Optional<Integer> detected, String why) {
        Patience patience = Patience.of(run.failingSince(), clock.instant());
        patience.next()
                .ifPresentOrElse(
                        from -> putOff(run, detected, from, why, Optional.of(patience.since())),
                        () -> end(run, detected, "asked for a day, in vain: " + why));
    }

    /// @param detected empty: nothing, as only the API knows
    private void end(DetectionStatus run, Optional<Integer> detected, String why) {
        detected.ifPresentOrElse(count -> complete(run, count, Optional.of(why)), () -> fail(run, why));
    }

    private void putOff(DetectionStatus run, Optional<Integer> detected, Instant from, String why) {
        putOff(run, detected, from, why, Optional.empty());
    }

    private void putOff(
            DetectionStatus run, Optional<Integer> detected, Instant from, String why, Optional<Instant> failingSince) {
        LOG.infof("run %s asks again at %s: %s", run.runId(), from, why);
        State state = detected.isPresent() ? State.COMPLETED : State.ACCEPTED;
        var later = new DetectionStatus(
                run.runId(),
                run.request(),
                state,
                detected.orElse(0),
                Optional.of(why),
                Optional.of(from),
                failingSince,
                clock.instant());
        write(later).join();
        waiting.put(run.runId(), later);
    }

    private void complete(DetectionStatus run, int detected, Optional<String> remark) {
        write(status(run.runId(), run.request(), State.COMPLETED, detected, remark))
                .join();
        LOG.infof(
                "run %s: %d tracks detected (%s)%s",
                run.runId(),
                detected,
                run.request().source(),
                remark.map(text -> "; " + text).orElse(""));
    }

    private void fail(DetectionStatus run, String why) {
        LOG.warnf("run %s cannot go on: %s", run.runId(), why);
        write(status(run.runId(), run.request(), State.FAILED, 0, Optional.of(why)))
                .join();
    }

    private DetectionStatus status(String runId, Request request, State state, int detected, Optional<String> reason) {
        return new DetectionStatus(runId, request, state, detected, reason, clock.instant());
    }

    private CompletableFuture<Void> write(DetectionStatus status) {
        remember(status);
        return announcements.status(status);
    }
}
