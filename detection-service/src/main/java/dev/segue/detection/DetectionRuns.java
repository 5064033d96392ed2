package dev.segue.detection;

import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.library.fact.DetectionStatus.State;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.TrackDetected;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Carries detections through. Thread-safe.
///
/// A detection is accepted when `detection-status` says so, and only then does the asker hear of it. One that a kill
/// interrupted is found there at the next start and done again from its beginning: whoever hears of a track twice in
/// one
/// run ends where once would have led.
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

    private final BackupSource backup;
    private final FactWriter facts;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, DetectionStatus> runs = new ConcurrentHashMap<>();
    private final Set<String> started = ConcurrentHashMap.newKeySet();

    public DetectionRuns(BackupSource backup, FactWriter facts) {
        this.backup = backup;
        this.facts = facts;
    }

    /// Starts what `request` asks for, if it is there; it goes on after the return.
    ///
    /// @throws IllegalArgumentException  with a message for the asker, if the request makes no sense
    /// @throws BackupUnreadableException with a message for the asker
    public Answer start(Request request) {
        return switch (find(request)) {
            case Findings.Nothing(String why) -> new Answer.NotThere(why);
            case Findings.Tracks(List<TrackDetected> tracks) -> {
                String runId = UUID.randomUUID().toString();
                started.add(runId);
                CompletableFuture<Void> accepted = write(status(runId, request, State.ACCEPTED, 0, Optional.empty()));
                Thread.ofVirtual().name("run-" + runId).start(() -> {
                    accepted.join();
                    announce(runId, request, tracks);
                });
                yield inTime(accepted) ? new Answer.Accepted(runId) : new Answer.Delayed(runId);
            }
        };
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
        runs.merge(status.runId(), status, (known, heard) -> known.state() == State.ACCEPTED ? heard : known);
    }

    /// Does again what an earlier life of this service did not finish. To be called once, when all is remembered.
    public void resume() {
        for (DetectionStatus run : List.copyOf(runs.values())) {
            if (run.state() == State.ACCEPTED && started.add(run.runId())) {
                LOG.infof(
                        "going on with run %s (%s)", run.runId(), run.request().source());
                resume(run);
            }
        }
    }

    private void resume(DetectionStatus run) {
        try {
            switch (find(run.request())) {
                case Findings.Nothing(String why) -> fail(run, why);
                case Findings.Tracks(List<TrackDetected> tracks) -> announce(run.runId(), run.request(), tracks);
            }
        } catch (IllegalArgumentException | BackupUnreadableException gone) {
            fail(run, String.valueOf(gone.getMessage()));
        }
    }

    private Findings find(Request request) {
        Detection detection = Detection.of(request);
        CsvLibrary library = detection instanceof Detection.Single ? libraryIfAny() : backup.library();
        return new Detector(library, clock.instant())
                .find(detection, request.limit().orElse(Integer.MAX_VALUE));
    }

    /// For a track that is named, the backup has only a better hint: without one it goes as well.
    private CsvLibrary libraryIfAny() {
        try {
            return backup.library();
        } catch (BackupUnreadableException none) {
            return CsvLibrary.empty();
        }
    }

    private void announce(String runId, Request request, List<TrackDetected> tracks) {
        Envelope envelope = Envelope.of(runId);
        CompletableFuture.allOf(tracks.stream()
                        .map(track -> facts.write(track, envelope))
                        .toArray(CompletableFuture[]::new))
                .join();
        write(status(runId, request, State.COMPLETED, tracks.size(), Optional.empty()))
                .join();
        LOG.infof("run %s: %d tracks detected (%s)", runId, tracks.size(), request.source());
    }

    private void fail(DetectionStatus run, String why) {
        LOG.warnf("run %s cannot go on: %s", run.runId(), why);
        write(status(run.runId(), run.request(), State.FAILED, 0, Optional.of(why)))
                .join();
    }

    private DetectionStatus status(String runId, Request request, State state, int detected, Optional<String> reason) {
        return new DetectionStatus(runId, request, state, detected, reason, Instant.now(clock));
    }

    private CompletableFuture<Void> write(DetectionStatus status) {
        remember(status);
        return facts.write(status, Envelope.of(status.runId()));
    }
}
