package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.Track;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.Wire;
import dev.segue.processing.Outcome.Imported;
import dev.segue.processing.Outcome.NoAudio;
import dev.segue.processing.ffmpeg.TestStudio;
import dev.segue.processing.inbox.Tone;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What a kill stopped goes on after the start, if it still may.
class ResumedTest extends WithFolders {

    private static final Duration LENGTH = Duration.ofSeconds(5);

    @Test
    void aFileThatServedAnotherTrackMeanwhileIsLeftToThatOne() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        killedWhileTagging(between().onlyMoving(), nightBus(1));
        Processing restarted = between().onlyMoving().open();

        Outcome other = restarted.on(nightBus(2));
        Outcome resumed = restarted.on(nightBus(1));

        assertThat(other).isEqualTo(new Imported("Mara Lind - Night Bus.wav"));
        assertThat(resumed).isInstanceOf(NoAudio.class);
        assertThat(output.resolve(".segue-work")).isEmptyDirectory();
    }

    @Test
    void aFileThatIsBeingTaggedAfterAKillIsNotFoundForAnotherTrack() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        killedWhileTagging(between().onlyMoving(), nightBus(1));
        TestProcessing parts = between().onlyMoving();
        var meanwhile = new AtomicReference<Outcome>();
        var processing = new AtomicReference<Processing>();
        processing.set(parts.with((Tagger) (_, _, _) -> {
                    meanwhile.set(processing.get().on(nightBus(2)));
                    return true;
                })
                .open());

        Outcome resumed = processing.get().on(nightBus(1));

        assertThat(resumed).isEqualTo(new Imported("Mara Lind - Night Bus.wav"));
        assertThat(meanwhile.get()).isInstanceOf(NoAudio.class);
    }

    @Test
    void whatWasMadeInAnotherFormatIsMadeAnew() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        killedWhileTagging(between().making(TargetFormat.ALAC), nightBus(1));

        Outcome resumed = between().making(TargetFormat.M4A).open().on(nightBus(1));

        assertThat(resumed).isEqualTo(new Imported("Mara Lind - Night Bus.m4a"));
        assertThat(TestStudio.open()
                        .look(output.resolve("Mara Lind - Night Bus.m4a"))
                        .codec())
                .isEqualTo("aac");
    }

    @Test
    void whatWasMadeWithAnotherLoudnessOrByAnotherVersionIsMadeAnewOfTheSameFile() throws Exception {
        var source = new Job.Source("a.wav", "/inbox/a.wav", Optional.empty());
        var track = nightBus(1).track();
        String old = Wire.json().writerFor(Job.class).writeValueAsString(made(track, source, Optional.empty()));
        var quiet = new Job.Recipe(TargetFormat.FLAC, Optional.of(-14.0));
        var making = new Making(quiet, between().bench(), TestStudio.open(), (_, _, _) -> true);

        Job ofAnotherVersion = making.resumed(Wire.json().readValue(old, Job.class));
        Job louder =
                making.resumed(made(track, source, Optional.of(new Job.Recipe(TargetFormat.FLAC, Optional.of(-9.0)))));
        Job same = making.resumed(made(track, source, Optional.of(quiet)));

        assertThat(old).doesNotContain("recipe");
        assertThat(ofAnotherVersion).isEqualTo(louder).isEqualTo(new Job.Found(track, source));
        assertThat(same).isEqualTo(made(track, source, Optional.of(quiet)));
    }

    @Test
    void aDeliveredFileThatIsGoneComesBackUnderTheNameOfTheFormatThatIsWantedNow() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        between().making(TargetFormat.MP3_320).open().on(nightBus(1));
        Files.delete(output.resolve("Mara Lind - Night Bus.mp3"));

        Outcome again = between().making(TargetFormat.FLAC).open().on(nightBus(1));

        assertThat(again).isEqualTo(new Imported("Mara Lind - Night Bus.flac"));
        assertThat(TestStudio.open()
                        .look(output.resolve("Mara Lind - Night Bus.flac"))
                        .codec())
                .isEqualTo("flac");
    }

    private static Job made(Track track, Job.Source source, Optional<Job.Recipe> recipe) {
        return new Job.Verified(track, source, "audio.flac", Optional.empty(), recipe);
    }

    private TestProcessing between() {
        return TestProcessing.between(inbox, output);
    }

    private static void killedWhileTagging(TestProcessing parts, TrackSynced synced) {
        Processing mortal = parts.with((Tagger) (_, _, _) -> {
                    throw new Killed();
                })
                .open();
        assertThatThrownBy(() -> mortal.on(synced)).isInstanceOf(Killed.class);
    }

    private static TrackSynced nightBus(int n) {
        return Synced.fact(Synced.track(n, "Night Bus", List.of("Mara Lind"), LENGTH, Optional.empty()));
    }

    /// The service dies.
    private static final class Killed extends Error {
        @java.io.Serial
        private static final long serialVersionUID = 1;
    }
}
