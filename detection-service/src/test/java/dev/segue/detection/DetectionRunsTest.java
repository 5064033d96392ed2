package dev.segue.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.DetectionStatus.State;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.testkit.SampleLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of detections that an API, or the broker, does not let through.
class DetectionRunsTest {

    @TempDir
    Path directory;

    @Test
    void whatTheApiFailsAtEachTimeIsAskedMoreRarelyAndGivenUpAfterADay() {
        var spotify = new FailingSpotify(List.of(), List.of(), true);
        var fixture = new RunsFixture(spotify);
        var begin = fixture.clock.instant();

        DetectionStatus status = fixture.putOff(fixture.start("LIKED"));
        while (status.askAgain().isPresent()) {
            status = fixture.again(status);
        }

        assertThat(status.state()).isEqualTo(State.FAILED);
        assertThat(status.reason()).contains("asked for a day, in vain: status 502");
        assertThat(Duration.between(begin, fixture.clock.instant()))
                .isBetween(Duration.ofHours(24), Duration.ofHours(25));
        assertThat(spotify.calls()).isBetween(28, 34);
    }

    @Test
    void restartDoesNotBeginThatAnew() {
        var spotify = new FailingSpotify(List.of(), List.of(), true);
        var before = new RunsFixture(spotify);
        DetectionStatus first = before.putOff(before.start("LIKED"));
        DetectionStatus second = before.again(before.again(before.again(first)));

        var after = new RunsFixture(spotify);
        after.clock.advance(
                Duration.between(after.clock.instant(), second.askAgain().orElseThrow()));
        after.runs.remember(second);
        after.runs.resume();

        DetectionStatus third = after.await(second.runId(), now -> !now.equals(second));
        assertThat(third.failingSince()).isEqualTo(first.failingSince());
        assertThat(Duration.between(after.clock.instant(), third.askAgain().orElseThrow()))
                .isEqualTo(Duration.ofMinutes(8));
    }

    @Test
    void networkThatIsAwayForDaysGivesNothingUp() {
        var fixture = new RunsFixture(new FailingSpotify(List.of(), List.of(), false));
        DetectionStatus status = fixture.putOff(fixture.start("LIKED"));

        for (int day = 0; day < 3; day++) {
            fixture.clock.advance(Duration.ofDays(1));
            status = fixture.changed(status);
        }

        assertThat(status.state()).isEqualTo(State.ACCEPTED);
        assertThat(status.askAgain()).isPresent();
        assertThat(status.failingSince()).isEmpty();
    }

    @Test
    void onePlaylistThatTheApiFailsAtHidesNoneAfterIt() {
        var fixture = new RunsFixture(new FailingSpotify(List.of("a", "b", "c"), List.of("a"), true));

        DetectionStatus status = fixture.putOff(fixture.start("PLAYLISTS"));

        assertThat(status.state()).isEqualTo(State.COMPLETED);
        assertThat(status.detected()).isEqualTo(2);
        assertThat(status.reason()).contains("\"a\": status 502");
        assertThat(fixture.detected())
                .extracting(TrackDetected::id)
                .containsExactly(FailingSpotify.trackOf("b"), FailingSpotify.trackOf("c"));
        while (status.askAgain().isPresent()) {
            status = fixture.again(status);
        }
        assertThat(status.state()).isEqualTo(State.COMPLETED);
        assertThat(status.detected()).isEqualTo(2);
    }

    @Test
    void apiThatFailsAtThreePlaylistsInARowIsNotAskedForTheOthers() {
        var spotify = new FailingSpotify(List.of("a", "b", "c", "d", "e"), List.of("a", "b", "c"), true);
        var fixture = new RunsFixture(spotify);

        DetectionStatus status = fixture.putOff(fixture.start("PLAYLISTS"));

        assertThat(status.state()).isEqualTo(State.ACCEPTED);
        assertThat(spotify.calls()).as("the list, and three").isEqualTo(4);
    }

    @Test
    void askerDoesNotWaitWhileALargeBackupIsRead() throws IOException {
        SampleLibrary.write(directory, 5, 0, 0, 7);
        var read = new CompletableFuture<CsvLibrary>();
        var fixture = new RunsFixture(read::join);

        String run = soon(() -> fixture.start("BACKUP"));

        assertThat(read).isNotDone();
        read.complete(Backup.at(directory).read());
        assertThat(fixture.await(run, status -> status.state() == State.COMPLETED)
                        .detected())
                .isEqualTo(5);
    }

    @Test
    void whatIsNotThereAfterALongLookIsSaidByTheRun() {
        var read = new CompletableFuture<CsvLibrary>();
        var fixture = new RunsFixture(() -> {
            read.join();
            return Backup.at(directory.resolve("nowhere")).read();
        });

        String run = soon(() -> fixture.start("BACKUP"));

        read.complete(CsvLibrary.empty());
        assertThat(fixture.await(run, status -> status.state() == State.FAILED).reason())
                .hasValueSatisfying(why -> assertThat(why).contains("nowhere"));
    }

    /// What is promised within a second; more is allowed to a busy machine.
    private static <T> T soon(Supplier<T> answer) {
        return CompletableFuture.supplyAsync(answer)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void runThatCannotBeCarriedThroughFailsAndSaysWhy() throws IOException {
        SampleLibrary.write(directory, 5, 0, 0, 7);
        CsvLibrary backup = Backup.at(directory).read();
        var fixture = new RunsFixture(backup, new RefusingProducer());

        DetectionStatus status = fixture.await(fixture.start("LIKED"), now -> now.state() != State.ACCEPTED);

        assertThat(status.state()).isEqualTo(State.FAILED);
        assertThat(status.reason().orElseThrow())
                .contains("RecordTooLargeException")
                .contains("too large for us");
    }

    /// A broker that takes no detections.
    private static final class RefusingProducer extends MockProducer<String, byte[]> {

        RefusingProducer() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> sent, @Nullable Callback told) {
            if (!sent.topic().equals(Topic.TRACK_DETECTED.topic()) || told == null) {
                return super.send(sent, told);
            }
            var refused = new RecordTooLargeException("too large for us");
            told.onCompletion(null, refused);
            return CompletableFuture.failedFuture(refused);
        }
    }
}
