package dev.segue.processing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.processing.Inbox;
import dev.segue.processing.InboxFile;
import dev.segue.processing.Outcome;
import dev.segue.processing.Outcome.Imported;
import dev.segue.processing.Outcome.NoAudio;
import dev.segue.processing.Outcome.Unusable;
import dev.segue.processing.Processing;
import dev.segue.processing.ProcessingConfig;
import dev.segue.processing.Synced;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jaudiotagger.tag.FieldKey;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class InboxFolderTest extends BetweenFolders {

    @Test
    void oneFileServesOneTrackAlsoAfterARestart() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        Outcome first = processing().on(Synced.fact(track(1, "Night Bus", Optional.empty())));

        Processing restarted = processing();

        assertThat(first).isInstanceOf(Imported.class);
        assertThat(restarted.on(Synced.fact(track(2, "Night Bus", Optional.empty()))))
                .isInstanceOf(NoAudio.class);
        assertThat(restarted.on(Synced.fact(track(1, "Night Bus", Optional.empty()))))
                .isEqualTo(first);
    }

    @Test
    void aNameThatIsUsedAgainServesTheNextTrack() throws Exception {
        Path file = Tone.tag(Tone.write(inbox.resolve("Track 01.wav"), LENGTH), FieldKey.ISRC, "SEXYZ2100001");
        Outcome one = processing().on(Synced.fact(track(1, "Night Bus", Optional.of("SEXYZ2100001"))));
        Files.delete(file);
        Tone.tag(Tone.write(file, LENGTH.plusSeconds(1)), FieldKey.ISRC, "SEXYZ2100002");

        Outcome two = processing().on(Synced.fact(track(2, "Day Bus", Optional.of("SEXYZ2100002"))));

        assertThat(one).isEqualTo(new Imported("Mara Lind - Night Bus.wav"));
        assertThat(two).isEqualTo(new Imported("Mara Lind - Day Bus.wav"));
    }

    @Test
    void aLineWithoutSizeAndTimeStandsForAnyFileOfThatName() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        Path journal = Files.createDirectories(output).resolve(".segue-files.jsonl");
        Files.writeString(
                journal,
                "{\"track\":\"%s\",\"source\":\"Mara Lind - Night Bus.wav\",\"file\":\"a.wav\"}\n"
                        .formatted(Synced.id(7)));

        Outcome outcome = processing().on(Synced.fact(track(1, "Night Bus", Optional.empty())));

        assertThat(outcome).isInstanceOf(NoAudio.class);
    }

    @Test
    void anInboxBehindALinkIsSeen() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        inbox = Files.createSymbolicLink(directory.resolve("link"), inbox);

        Outcome outcome = processing().on(Synced.fact(track(1, "Night Bus", Optional.empty())));

        assertThat(outcome).isEqualTo(new Imported("Mara Lind - Night Bus.wav"));
    }

    @Test
    void whatIsDeliveredIntoAnInboxBehindALinkIsNoSource() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        inbox = Files.createSymbolicLink(directory.resolve("link"), inbox);
        processing().on(Synced.fact(track(1, "Night Bus", Optional.empty())));

        Inbox restarted = OpenFolders.at(inbox, output, () -> now).inbox();

        assertThat(restarted.files().all()).extracting(InboxFile::name).containsExactly("Mara Lind - Night Bus.wav");
    }

    @Test
    void oneFolderForBothIsRefusedAtTheStart() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), inbox);
        ProcessingConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ProcessingConfig.class)
                .withDefaultValue("segue.audio.inbox", inbox.toString())
                .withDefaultValue("segue.audio.output", link.toString())
                .build()
                .getConfigMapping(ProcessingConfig.class);

        assertThatThrownBy(() -> new Folders().inbox(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("segue.audio.inbox and segue.audio.output accept two folders, not both " + inbox);
    }

    @Test
    void aTextFileCalledMp3IsUnusableAndNamed() throws Exception {
        Files.writeString(inbox.resolve("Mara Lind - Night Bus.mp3"), "this is no audio");
        Files.createFile(inbox.resolve("Mara Lind - Day Bus.flac"));
        Processing processing = processing();

        Outcome text = processing.on(Synced.fact(track(1, "Night Bus", Optional.empty())));
        Outcome empty = processing.on(Synced.fact(track(2, "Day Bus", Optional.empty())));

        assertThat(text)
                .isInstanceOfSatisfying(
                        Unusable.class,
                        unusable -> assertThat(unusable.why())
                                .startsWith("Mara Lind - Night Bus.mp3: no audio that can be read"));
        assertThat(empty).isEqualTo(new Unusable("Mara Lind - Day Bus.flac: the file is empty"));
        assertThat(output.resolve(".segue-files.jsonl")).doesNotExist();
    }

    @Test
    void aBackslashInANameIsAPartOfItWhereItIsNoSeparator() throws Exception {
        Assumptions.assumeTrue(File.separatorChar == '/');
        Path file = Tone.write(inbox.resolve("live\\studio.wav"), LENGTH);
        Tone.tag(file, FieldKey.ISRC, "SEXYZ2100001");

        Outcome outcome = processing().on(Synced.fact(track(1, "Night Bus", Optional.of("SEXYZ2100001"))));

        assertThat(outcome).isEqualTo(new Imported("Mara Lind - Night Bus.wav"));
    }

    @Test
    void twoFilesThatFitAreNotGuessedBetween() throws Exception {
        Tone.write(inbox.resolve("a/Mara Lind - Night Bus.wav"), LENGTH);
        Tone.write(inbox.resolve("b/Mara Lind - Night Bus.wav"), LENGTH);

        Outcome outcome = processing().on(Synced.fact(track(1, "Night Bus", Optional.empty())));

        assertThat(outcome)
                .isEqualTo(new NoAudio("2 files in the inbox could be this track, such as a/Mara Lind - Night Bus.wav"
                        + " and b/Mara Lind - Night Bus.wav"));
    }

    @Test
    void aFileThatComesLaterIsSeen() throws Exception {
        Processing processing = processing();
        Outcome before = processing.on(Synced.fact(track(1, "Night Bus", Optional.empty())));
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        now = now.plusSeconds(10);

        Outcome after = processing.on(Synced.fact(track(1, "Night Bus", Optional.empty())));

        assertThat(before).isInstanceOf(NoAudio.class);
        assertThat(after).isInstanceOf(Imported.class);
    }
}
