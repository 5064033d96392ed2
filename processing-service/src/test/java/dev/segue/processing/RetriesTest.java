package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.TrackRejected;
import dev.segue.processing.inbox.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetriesTest extends WithRetries {

    @Test
    void aTryThatCannotBeEndedNowKeepsItsDate() throws Exception {
        answer = new Download.Result.Nothing("no such video");
        Parts parts = open();
        parts.processing().on(synced(1, "Night Bus"));
        now = now.plus(Duration.ofDays(8));
        failure = Optional.of(new ShelfUnavailable("the disk is full", new IOException("No space left on device")));
        look(parts);
        List<TrackId> afterAKill = open().waiting().due();
        failure = Optional.empty();

        look(parts);

        assertThat(afterAKill).containsExactly(Synced.id(1));
        assertThat(asked()).isEqualTo(3);
        assertThat(outcomes()).containsExactly(TrackProcessed.Outcome.NO_AUDIO, TrackProcessed.Outcome.NO_AUDIO);
    }

    @Test
    void aTryThatSomebodyAskedForIsMadeAgainUntilThereIsRoom() throws Exception {
        Parts parts = open();
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        Path full = fillTheDisk();
        parts.retries().of(synced(1, "Night Bus"));
        Files.delete(full);

        look(parts);

        assertThat(outcomes()).containsExactly(TrackProcessed.Outcome.NO_AUDIO, TrackProcessed.Outcome.IMPORTED);
    }

    @Test
    void aTryThatIsHeldEndsWithTheTrack() throws Exception {
        Parts parts = open();
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        Path full = fillTheDisk();
        parts.retries().of(synced(1, "Night Bus"));
        topic.clear();
        look(parts);
        Files.delete(full);
        synced(1, "Day Bus");

        look(parts);

        assertThat(outcomes()).containsExactly(TrackProcessed.Outcome.NO_AUDIO);
    }

    @Test
    void aSurpriseIsNotMetAgainAtEachLook() throws Exception {
        answer = new Download.Result.Nothing("no such video");
        Parts parts = open();
        parts.processing().on(synced(1, "Night Bus"));
        now = now.plus(Duration.ofDays(8));
        failure = Optional.of(new IllegalStateException("surprise"));

        look(parts);
        look(parts);

        assertThat(asked()).isEqualTo(2);
        assertThat(parts.waiting().all()).hasSize(1);
    }

    @Test
    void aTrackThatBecameADuplicateNoLongerWaits() throws Exception {
        answer = new Download.Result.Nothing("no such video");
        Parts parts = open();
        parts.processing().on(synced(1, "Night Bus"));
        topic.add(Synced.duplicate(topic.getFirst().track(), Synced.id(2)));
        now = now.plus(Duration.ofDays(8));

        look(parts);

        assertThat(parts.waiting().all()).isEmpty();
        assertThat(asked()).isOne();
    }

    @Test
    void whatADownloadDidNotBringIsAskedForWhenItsDateComesAlsoAfterARestart() throws Exception {
        answer = new Download.Result.Nothing("no such video");
        Outcome first = open().processing().on(synced(1, "Night Bus"));
        Outcome early = open().processing().on(synced(1, "Night Bus"));
        int before = asked();
        now = now.plus(Duration.ofDays(7));
        Parts restarted = open();
        answer = new Download.Result.Brought(Tone.write(directory.resolve("a.wav"), LENGTH));

        look(restarted);

        assertThat(first).isEqualTo(early);
        assertThat(before).isOne();
        assertThat(first.fact(Synced.id(1), now))
                .isInstanceOfSatisfying(
                        TrackProcessed.class,
                        processed -> assertThat(processed.detail())
                                .hasValue("no file in the inbox is this track; no such video;"
                                        + " tried again after 2026-11-29"));
        assertThat(said)
                .singleElement()
                .isInstanceOfSatisfying(
                        TrackProcessed.class,
                        processed -> assertThat(processed.outcome()).isEqualTo(TrackProcessed.Outcome.IMPORTED));
        assertThat(restarted.waiting().all()).isEmpty();
    }

    @Test
    void aPreviewThatADownloadBroughtIsNotDownloadedAgainBeforeItsDate() throws Exception {
        answer = new Download.Result.Brought(Tone.write(directory.resolve("a.wav"), Duration.ofSeconds(30)));
        Track track = Synced.track(1, "Night Bus", List.of("Mara Lind"), Duration.ofMinutes(4), Optional.empty());
        topic.add(Synced.fact(track));
        Outcome first = open().processing().on(topic.getFirst());
        Outcome early = open().processing().on(topic.getFirst());
        int before = asked();
        now = now.plus(Duration.ofDays(7));
        Parts restarted = open();

        look(restarted);

        assertThat(first).isEqualTo(early).isInstanceOf(Outcome.PreviewOnly.class);
        assertThat(first.waits()).isTrue();
        assertThat(before).isOne();
        assertThat(asked()).isEqualTo(2);
        assertThat(restarted.waiting().all()).hasSize(1);
    }

    @Test
    void whatADownloadBroughtDamagedIsDownloadedAgainWhenItsDateComes() throws Exception {
        Outcome outcome = oncePerDate(Tone.write(directory.resolve("a.wav"), LENGTH.minusSeconds(3)));

        assertThat(outcome).isInstanceOf(Outcome.Damaged.class);
        assertThat(outcomes()).containsExactly(TrackProcessed.Outcome.DAMAGED);
    }

    @Test
    void whatADownloadBroughtUnusableIsDownloadedAgainWhenItsDateComes() throws Exception {
        Outcome outcome = oncePerDate(Files.writeString(directory.resolve("a.mp3"), "404 Not Found"));

        assertThat(outcome).isInstanceOf(Outcome.Unusable.class);
        assertThat(said)
                .singleElement()
                .isInstanceOfSatisfying(
                        TrackRejected.class,
                        rejected -> assertThat(rejected.detail()).endsWith("; tried again after 2026-12-06"));
    }

    /// Has `file` downloaded, and looks at the track before its date and twice after it.
    ///
    /// @return what became of the track
    private Outcome oncePerDate(Path file) throws Exception {
        answer = new Download.Result.Brought(file);
        Outcome first = open().processing().on(synced(1, "Night Bus"));
        Outcome early = open().processing().on(synced(1, "Night Bus"));
        assertThat(asked()).as("downloads before the date").isOne();
        assertThat(early).isEqualTo(first);
        now = now.plus(Duration.ofDays(7));
        Parts restarted = open();
        look(restarted);
        assertThat(asked()).as("downloads at the date").isEqualTo(2);

        look(restarted);

        assertThat(asked()).as("downloads after it").isEqualTo(2);
        return first;
    }

    @Test
    void whoAsksNeedNotWaitForTheDate() throws Exception {
        answer = new Download.Result.Locked("DRM");
        Parts parts = open();
        Outcome first = parts.processing().on(synced(1, "Night Bus"));
        answer = new Download.Result.Brought(Tone.write(directory.resolve("a.wav"), LENGTH));

        parts.retries().of(synced(1, "Night Bus"));

        assertThat(first).isInstanceOf(Outcome.Protected.class);
        assertThat(said).hasSize(1);
        assertThat(parts.waiting().all()).isEmpty();
    }

    @Test
    void aTrackThatTheCatalogueNoLongerShowsIsForgotten() throws Exception {
        answer = new Download.Result.Nothing("no such video");
        Parts parts = open();
        parts.processing().on(synced(1, "Night Bus"));
        topic.clear();
        now = now.plus(Duration.ofDays(8));

        look(parts);

        assertThat(said).isEmpty();
        assertThat(parts.waiting().all()).isEmpty();
    }
}
