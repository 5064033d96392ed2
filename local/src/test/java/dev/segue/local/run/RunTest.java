package dev.segue.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.TrackId;
import dev.segue.local.history.ServedAnswers;
import dev.segue.local.system.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunTest {

    private static final TrackId ONE = TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC");
    private static final TrackId OTHER = TrackId.spotify("7ouMYWpwJ422jRcDASZB7P");
    private static final Duration SILENCE = Duration.ofMillis(400);

    private final ServedAnswers detection = new ServedAnswers();
    private final WrittenFacts facts = new WrittenFacts();
    private final List<Waiting> shown = new ArrayList<>();
    private Supplier<Optional<Waiting>> catalogue = Optional::empty;
    private Supplier<Optional<Waiting>> audio = Optional::empty;
    private Consumer<Waiting> whenShown = _ -> {};

    @BeforeEach
    void accept() {
        detection.with("/detections", 202, "{\"runId\":\"" + WrittenFacts.RUN + "\"}");
    }

    @AfterEach
    void close() {
        detection.close();
    }

    @Test
    void aRunEndsWhenEveryTrackHasEnded() {
        facts.detected(ONE);
        facts.completed(1);
        facts.synced(ONE);
        facts.processed(ONE);

        RunEnd end = follow(SILENCE);

        assertThat(end).isInstanceOf(RunEnd.Complete.class);
        assertThat(end.tally().processed()).isEqualTo(1);
    }

    @Test
    void aTrackWhoseEndIsReadBeforeWhatElseBecameOfItIsCountedThereAsWell() {
        facts.detected(ONE);
        facts.completed(1);
        facts.processed(ONE);
        facts.writeBehind(WrittenFacts.hit(ONE));

        RunEnd end = follow(SILENCE);

        assertThat(end).isInstanceOf(RunEnd.Complete.class);
        assertThat(end.tally().hits()).isOne();
        assertThat(end.tally().misses()).isZero();
    }

    @Test
    void aRunOfWhichOneTrackIsNotHeardOfAnyMoreEndsWithWhatBecameOfTheOthers() {
        List.of(ONE, OTHER).forEach(facts::detected);
        facts.completed(2);
        List.of(ONE, OTHER).forEach(facts::synced);
        facts.processed(ONE);

        RunEnd end = follow(SILENCE);

        assertThat(end)
                .isInstanceOfSatisfying(
                        RunEnd.Stalled.class,
                        stalled -> assertThat(stalled.why())
                                .contains("1 of 2 tracks have no audio outcome")
                                .endsWith("see the logs in /logs"));
        assertThat(end.tally().processed()).isEqualTo(1);
        assertThat(end.tally().unfinished()).isEqualTo(1);
    }

    @Test
    void aRunIsNotStuckWhileAudioIsMadeHoweverLongThatTakes() {
        facts.detected(ONE);
        facts.completed(1);
        facts.synced(ONE);
        Duration silence = Duration.ofSeconds(1);
        var until = new AtomicLong();
        audio = () -> {
            until.compareAndSet(0, System.nanoTime() + silence.multipliedBy(2).toNanos());
            if (System.nanoTime() < until.get()) {
                return Optional.of(new Waiting.ForAudio(1));
            }
            facts.processed(ONE);
            return Optional.empty();
        };

        RunEnd end = follow(silence);

        assertThat(end).isInstanceOf(RunEnd.Complete.class);
        assertThat(shown).contains(new Waiting.ForAudio(1));
    }

    @Test
    void aRunWhoseCatalogueIsFullEndsWithThatReason() {
        facts.detected(ONE);
        facts.completed(1);
        catalogue = () -> Optional.of(
                new Waiting.ForCatalogue(Instant.now().plusSeconds(10), "catalogue here: the disk is full", false));

        RunEnd end = follow(SILENCE);

        assertThat(end)
                .isInstanceOfSatisfying(
                        RunEnd.Stalled.class,
                        stalled -> assertThat(stalled.why())
                                .contains("; the catalogue waits until ")
                                .contains("(catalogue here: the disk is full); see the logs"));
    }

    @Test
    void audioOfOthersIsNoReasonToWaitForATrackThatHasNotComeSoFar() {
        facts.detected(ONE);
        facts.completed(1);
        audio = () -> Optional.of(new Waiting.ForAudio(1));

        RunEnd end = follow(SILENCE);

        assertThat(end)
                .isInstanceOfSatisfying(
                        RunEnd.Stalled.class,
                        stalled -> assertThat(stalled.why()).contains("1 of 1 tracks are not described"));
    }

    @Test
    void aQuestionThatIsPutOffForLongEndsTheRunAtOnceWithItsReason() {
        Instant tomorrow = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
        facts.putOff(tomorrow, "SoundCloud takes no calls until " + tomorrow);

        RunEnd end = follow(Patience.STALLED);

        assertThat(end)
                .isInstanceOfSatisfying(
                        RunEnd.PutOff.class,
                        put -> assertThat(put.question().later())
                                .isEqualTo("SoundCloud takes no calls until " + tomorrow + "; it is asked then"));
        assertThat(shown).isEmpty();
    }

    @Test
    void aQuestionThatIsPutOffForSecondsIsWaitedForAndShown() {
        Instant soon = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofSeconds(20));
        facts.putOff(soon, "no answer");
        whenShown = _ -> {
            facts.detected(ONE);
            facts.completed(1);
            facts.processed(ONE);
        };

        RunEnd end = follow(Patience.STALLED);

        assertThat(end).isInstanceOf(RunEnd.Complete.class);
        assertThat(shown.getFirst()).isEqualTo(new Waiting.ForApi(soon, "no answer"));
    }

    @Test
    void anApiThatIsAskedInVainAgainAndAgainIsNotWaitedForWithoutEnd() {
        Duration silence = Duration.ofSeconds(5);
        Duration ahead = Duration.ofMillis(3500);
        facts.putOff(Instant.now().plus(ahead), "no answer");
        whenShown = what -> {
            boolean halfWay =
                    ((Waiting.ForApi) what).until().isBefore(Instant.now().plus(ahead.dividedBy(2)));
            if (halfWay) {
                facts.putOff(Instant.now().plus(ahead), "no answer");
            }
        };

        RunEnd end = follow(silence);

        assertThat(end)
                .isInstanceOfSatisfying(
                        RunEnd.PutOff.class,
                        put -> assertThat(put.question().later()).contains("no answer; it is asked again at "));
        assertThat(shown).hasSizeGreaterThan(1);
    }

    @Test
    void aProcessThatDiesEndsTheRun() {
        facts.detected(ONE);
        var run = new Run(
                new Detections(detection.port(), Optional.empty()),
                Optional::empty,
                Optional::empty,
                () -> Optional.of(new Failure("sync-service died")),
                "/logs");

        assertThatThrownBy(() -> run.follow(facts.follower(), WrittenFacts.request(), progress()))
                .isInstanceOf(Failure.class)
                .hasMessage("sync-service died");
    }

    private RunEnd follow(Duration silence) {
        var run = new Run(
                new Detections(detection.port(), Optional.empty()),
                () -> catalogue.get(),
                () -> audio.get(),
                Optional::empty,
                "/logs");
        return run.follow(facts.follower(), WrittenFacts.request(), progress(), silence);
    }

    private RunProgress progress() {
        return new RunProgress() {
            @Override
            public void show(RunTally tally) {}

            @Override
            public void waiting(Waiting what) {
                shown.add(what);
                whenShown.accept(what);
            }

            @Override
            public void close() {}
        };
    }
}
