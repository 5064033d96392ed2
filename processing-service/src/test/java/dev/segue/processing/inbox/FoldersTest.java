package dev.segue.processing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.processing.Outcome;
import dev.segue.processing.Outcome.Imported;
import dev.segue.processing.Outcome.NoAudio;
import dev.segue.processing.Processing;
import dev.segue.processing.Synced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jaudiotagger.tag.FieldKey;
import org.junit.jupiter.api.Test;

class FoldersTest extends BetweenFolders {

    @Test
    void aFileIsFoundByTheIsrcInItsTagsAndCopiedUnderASafeName() throws Exception {
        Path file = Tone.write(inbox.resolve("deep/er/track 7.wav"), LENGTH);
        Tone.tag(file, FieldKey.ISRC, "SEXYZ2100017");

        Outcome outcome = processing().on(Synced.fact(track(1, "A/B: Night Bus", Optional.of("SEXYZ2100017"))));

        assertThat(outcome).isEqualTo(new Imported("Mara Lind - A_B_ Night Bus.wav"));
        assertThat(output.resolve("Mara Lind - A_B_ Night Bus.wav")).hasSameBinaryContentAs(file);
    }

    @Test
    void aFileWithoutTagsIsFoundByItsName() throws Exception {
        Tone.write(inbox.resolve("03 - Mara Lind - Night Bus.wav"), LENGTH.plusSeconds(1));

        Outcome outcome = processing().on(Synced.fact(track(1, "Night Bus", Optional.empty())));

        assertThat(outcome).isEqualTo(new Imported("Mara Lind - Night Bus.wav"));
    }

    @Test
    void aPreviewIsNotTheTrack() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), Duration.ofSeconds(10));

        Outcome outcome = processing().on(Synced.fact(track(1, "Night Bus", Optional.empty())));

        assertThat(outcome)
                .isEqualTo(new NoAudio("no file in the inbox is this track; no download command is set"
                        + " (segue.audio.download-command)"));
    }

    @Test
    void theSameFactTwiceMakesOneFile() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        Processing processing = processing();
        Outcome first = processing.on(Synced.fact(track(1, "Night Bus", Optional.empty())));

        Outcome second = processing.on(Synced.fact(track(1, "Night Bus", Optional.empty())));

        assertThat(second).isEqualTo(first);
        assertThat(files()).containsExactly(".segue-files.jsonl", ".segue-work", "Mara Lind - Night Bus.wav");
    }

    @Test
    void aKillInTheMiddleOfACopyIsMadeGoodUnderTheSameName() throws Exception {
        Path file = Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        var fact = Synced.fact(track(1, "Night Bus", Optional.empty()));
        processing().on(fact);
        Path copy = output.resolve("Mara Lind - Night Bus.wav");
        Path work = Files.createDirectories(
                output.resolve(".segue-work/" + Synced.id(1).toString().replace(':', '-')));
        Files.move(copy, work.resolve("part-1.wav"));
        Files.writeString(output.resolve(".segue-files.jsonl"), "\n{\"track\":\"spot", StandardOpenOption.APPEND);

        Outcome outcome = processing().on(fact);

        assertThat(outcome).isEqualTo(new Imported("Mara Lind - Night Bus.wav"));
        assertThat(copy).hasSameBinaryContentAs(file);
        assertThat(work).doesNotExist();
        assertThat(files()).containsExactly(".segue-files.jsonl", ".segue-work", "Mara Lind - Night Bus.wav");
    }

    @Test
    void whatAKillLeftOfADeliveredTrackIsCleared() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        var fact = Synced.fact(track(1, "Night Bus", Optional.empty()));
        Outcome first = processing().on(fact);
        Path work = output.resolve(".segue-work")
                .resolve(fact.track().id().toString().replace(':', '-'));
        Files.writeString(Files.createDirectories(work).resolve("audio.wav"), "as large as the track");

        Outcome second = processing().on(fact);

        assertThat(second).isEqualTo(first);
        assertThat(work).doesNotExist();
    }

    @Test
    void namesThatDifferOnlyInCaseGetTheId() throws Exception {
        Tone.write(inbox.resolve("one.wav"), LENGTH);
        Tone.write(inbox.resolve("two.wav"), LENGTH.plusSeconds(1));
        Tone.tag(inbox.resolve("one.wav"), FieldKey.ISRC, "SEXYZ2100001");
        Tone.tag(inbox.resolve("two.wav"), FieldKey.ISRC, "SEXYZ2100002");
        Processing processing = processing();

        Outcome lower = processing.on(Synced.fact(track(1, "night bus", Optional.of("SEXYZ2100001"))));
        Outcome upper = processing.on(Synced.fact(track(2, "NIGHT BUS", Optional.of("SEXYZ2100002"))));

        assertThat(lower).isEqualTo(new Imported("Mara Lind - night bus.wav"));
        assertThat(upper)
                .isEqualTo(new Imported(
                        "Mara Lind - NIGHT BUS [%s].wav".formatted(Synced.id(2).key())));
    }

    @Test
    void aFileOfThePersonInTheOutputFolderIsNeverWrittenOver() throws Exception {
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        Path own = Files.writeString(
                Files.createDirectories(output).resolve("Mara Lind - Night Bus.wav"), "the person's own");

        Outcome outcome = processing().on(Synced.fact(track(1, "Night Bus", Optional.empty())));

        assertThat(outcome)
                .isEqualTo(new Imported(
                        "Mara Lind - Night Bus [%s].wav".formatted(Synced.id(1).key())));
        assertThat(own).hasContent("the person's own");
    }

    @Test
    void aDuplicateIsLeftToTheTrackThatStandsForBoth() throws Exception {
        var duplicate = Synced.duplicate(track(2, "Night Bus", Optional.empty()), Synced.id(1));

        Outcome outcome = processing().on(duplicate);

        assertThat(outcome).isEqualTo(new Outcome.Duplicate(Synced.id(1)));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
