package dev.segue.detection;

import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.Wire;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/// Detections without a broker, beside an API of the test's own, at a time that the test sets.
final class RunsFixture {

    final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    final MovableClock clock = MovableClock.at(Instant.parse("2026-11-22T12:00:00Z"));
    final DetectionRuns runs;

    RunsFixture(Spotify spotify) {
        this(spotify, CsvLibrary.empty());
    }

    RunsFixture(Spotify spotify, CsvLibrary backup) {
        runs = runs(spotify, () -> backup, producer);
    }

    RunsFixture(CsvLibrary backup, Producer<String, byte[]> into) {
        runs = runs(new FailingSpotify(List.of(), List.of(), true), () -> backup, into);
    }

    RunsFixture(BackupSource backup) {
        runs = runs(new FailingSpotify(List.of(), List.of(), true), backup, producer);
    }

    private DetectionRuns runs(Spotify spotify, BackupSource backup, Producer<String, byte[]> into) {
        DetectionConfig config = new SmallRyeConfigBuilder()
                .withMapping(DetectionConfig.class)
                .withDefaultValue("segue.spotify.client-id", "app")
                .build()
                .getConfigMapping(DetectionConfig.class);
        var facts = new FactWriter(into, "test");
        var gates = new ApiGates(config, clock, facts);
        var observed = new ObservedPlaylists();
        var answers = new Answers(clock);
        var apis = new ApiSources(spotify, nobody(), gates, backup, observed, answers, config, clock);
        return new DetectionRuns(
                backup, observed, apis, gates, new Announcements(facts, answers, observed), config, clock);
    }

    /// SoundCloud, which is not asked here.
    private static SoundCloud nobody() {
        return (SoundCloud) Proxy.newProxyInstance(
                RunsFixture.class.getClassLoader(), new Class<?>[] {SoundCloud.class}, (_, method, _) -> {
                    throw new AssertionError("SoundCloud was asked: " + method.getName());
                });
    }

    String start(String source) {
        var request = new DetectionStatus.Request(source, Optional.empty(), Optional.empty(), Optional.empty());
        if (runs.start(request) instanceof DetectionRuns.Answer.Accepted(String runId)) {
            return runId;
        }
        throw new AssertionError(source + " was not accepted");
    }

    DetectionStatus await(String run, Predicate<DetectionStatus> wanted) {
        Awaitility.await().until(() -> runs.status(run).filter(wanted).isPresent());
        return runs.status(run).orElseThrow();
    }

    /// The run once it has been put off, and is waiting.
    DetectionStatus putOff(String run) {
        return await(run, status -> status.askAgain().isPresent());
    }

    /// Moves the time to when the run is asked for again, and waits for what comes of it.
    DetectionStatus again(DetectionStatus before) {
        clock.set(before.askAgain().orElseThrow());
        return changed(before);
    }

    /// Asks until the run stands otherwise than before.
    DetectionStatus changed(DetectionStatus before) {
        Awaitility.await().until(() -> {
            runs.askAgain();
            return runs.status(before.runId())
                    .filter(now -> !now.equals(before))
                    .isPresent();
        });
        return runs.status(before.runId()).orElseThrow();
    }

    List<TrackDetected> detected() {
        return producer.history().stream()
                .filter(sent -> sent.topic().equals(Topic.TRACK_DETECTED.topic()))
                .map(sent -> Wire.read(TrackDetected.class, sent.value()))
                .toList();
    }
}
