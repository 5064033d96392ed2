package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.processing.inbox.Tone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ArrivalsTest extends WithRetries {

    @Test
    void aNewFileIsTakenOnceItIsWhole() throws Exception {
        Parts parts = open();
        parts.processing().on(synced(1, "Night Bus"));
        parts.processing().on(synced(2, "Day Bus"));
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), Duration.ofSeconds(2));
        look(parts);
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        look(parts);
        List<Fact> whileItGrew = List.copyOf(said);

        look(parts);
        look(parts);

        assertThat(whileItGrew).isEmpty();
        assertThat(said).singleElement().isInstanceOfSatisfying(TrackProcessed.class, processed -> {
            assertThat(processed.id()).isEqualTo(Synced.id(1));
            assertThat(processed.outcome()).isEqualTo(TrackProcessed.Outcome.IMPORTED);
        });
    }

    @Test
    void aFileThatCameWhileNobodyLookedIsTakenAfterTheStart() throws Exception {
        open().processing().on(synced(1, "Night Bus"));
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        Parts restarted = open();

        look(restarted);
        look(restarted);

        assertThat(outcomes()).containsExactly(TrackProcessed.Outcome.IMPORTED);
    }

    @Test
    void aFileThatCameWhileTheDiskWasFullIsTakenWhenThereIsRoom() throws Exception {
        Parts parts = open();
        parts.processing().on(synced(1, "Night Bus"));
        Path full = fillTheDisk();
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        look(parts);
        look(parts);
        look(parts);
        List<Fact> whileItWasFull = List.copyOf(said);
        Files.delete(full);

        look(parts);
        look(parts);

        assertThat(whileItWasFull).singleElement().isInstanceOfSatisfying(TrackProcessed.class, processed -> {
            assertThat(processed.outcome()).isEqualTo(TrackProcessed.Outcome.NO_AUDIO);
            assertThat(processed.detail())
                    .hasValueSatisfying(why -> assertThat(why).endsWith("it is tried again until it can be"));
        });
        assertThat(outcomes()).containsExactly(TrackProcessed.Outcome.NO_AUDIO, TrackProcessed.Outcome.IMPORTED);
    }

    @Test
    void ofTwoFilesTheOneThatIsLeftIsTaken() throws Exception {
        Parts parts = open();
        Path one = Tone.write(inbox.resolve("a/Mara Lind - Night Bus.wav"), LENGTH);
        Tone.write(inbox.resolve("b/Mara Lind - Night Bus.wav"), LENGTH);
        synced(1, "Night Bus");
        look(parts);
        look(parts);
        Files.delete(one);

        look(parts);
        look(parts);

        assertThat(outcomes()).containsExactly(TrackProcessed.Outcome.NO_AUDIO, TrackProcessed.Outcome.IMPORTED);
    }

    @Test
    void aFileThatGoesIsNoReasonToTryWhatItWasNot() throws Exception {
        Parts parts = open();
        Path other = Tone.write(inbox.resolve("Mara Lind - Day Bus.wav"), LENGTH);
        Tone.write(inbox.resolve("a/Mara Lind - Night Bus.wav"), LENGTH);
        Tone.write(inbox.resolve("b/Mara Lind - Night Bus.wav"), LENGTH);
        synced(1, "Night Bus");
        look(parts);
        look(parts);
        Files.delete(other);

        look(parts);

        assertThat(outcomes()).containsExactly(TrackProcessed.Outcome.NO_AUDIO);
    }

    @Test
    void aFileThatServesAnotherTrackIsNoReasonToAskForADownloadAfterEachStart() throws Exception {
        answer = new Download.Result.Nothing("no such video");
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        Parts parts = open();
        parts.processing().on(synced(1, "Night Bus"));
        parts.processing().on(synced(2, "Night Bus"));
        int before = asked();
        Parts restarted = open();

        look(restarted);
        look(restarted);

        assertThat(before).isOne();
        assertThat(asked()).isOne();
        assertThat(said).isEmpty();
        assertThat(restarted.waiting().all()).hasSize(1);
    }

    @Test
    void aFileIsNotForgottenIfNobodyCanSayWhichTracksThereAre() throws Exception {
        Parts parts = open();
        parts.processing().on(synced(1, "Night Bus"));
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        look(parts);
        brokerIsAway = true;
        assertThatThrownBy(() -> look(parts)).isInstanceOf(IllegalStateException.class);
        brokerIsAway = false;

        look(parts);

        assertThat(outcomes()).containsExactly(TrackProcessed.Outcome.IMPORTED);
    }

    @Test
    void filesAreConvertedAtOnceAndWaitForNoDownload() throws Exception {
        var gate = new CountDownLatch(1);
        answer = new Download.Result.Nothing("no such video");
        Parts parts = open(Hands.of(2), Hands.of(1));
        synced(1, "Night Bus");
        synced(2, "Day Bus");
        parts.processing().on(synced(3, "Slow Boat"));
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        Tone.write(inbox.resolve("Mara Lind - Day Bus.wav"), LENGTH);
        now = now.plus(Duration.ofDays(8));
        download = gate;
        parts.retries().look();
        now = now.plusSeconds(10);

        parts.retries().look();

        Awaitility.await()
                .untilAsserted(() -> assertThat(outcomes())
                        .containsExactly(TrackProcessed.Outcome.IMPORTED, TrackProcessed.Outcome.IMPORTED));
        Awaitility.await()
                .untilAsserted(() -> assertThat(parts.processing().open()).containsOnlyKeys(Synced.id(3)));
        gate.countDown();
        Awaitility.await().untilAsserted(() -> assertThat(said).hasSize(3));
        assertThat(asked()).isEqualTo(2);
        parts.retries().close();
    }
}
