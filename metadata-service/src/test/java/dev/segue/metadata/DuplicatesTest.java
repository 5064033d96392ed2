package dev.segue.metadata;

import static dev.segue.metadata.BackupFixture.id;
import static dev.segue.metadata.BackupFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.match.Recording;
import dev.segue.library.match.Rule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesTest {

    private static final String FIRST = "aaaaaaaaaaaaaaaaaaaaa1";
    private static final String SECOND = "aaaaaaaaaaaaaaaaaaaaa2";
    private static final String THIRD = "aaaaaaaaaaaaaaaaaaaaa3";

    @TempDir
    Path directory;

    @Test
    void sameNameArtistsAndLengthAreOneRecording() {
        Duplicates duplicates = among(
                row(FIRST, "Night Bus!", "Mara Lind;Olu Brandt", 200_000),
                row(SECOND, "night  bus", "Olu Brandt;Mara Lind", 201_900));

        assertThat(duplicates.of(id(SECOND))).contains(id(FIRST));
        assertThat(duplicates.of(id(FIRST))).isEmpty();
    }

    @Test
    void anotherLengthIsAnotherRecording() {
        Duplicates duplicates =
                among(row(FIRST, "Night Bus", "Mara Lind", 200_000), row(SECOND, "Night Bus", "Mara Lind", 206_668));

        assertThat(duplicates.of(id(SECOND))).isEmpty();
        assertThat(duplicates.of(id(FIRST))).isEmpty();
    }

    @Test
    void lengthsDoNotDriftFromOneToTheNext() {
        Duplicates duplicates = among(
                row(FIRST, "Night Bus", "Mara Lind", 200_000),
                row(SECOND, "Night Bus", "Mara Lind", 204_000),
                row(THIRD, "Night Bus", "Mara Lind", 208_000));

        assertThat(duplicates.of(id(SECOND))).contains(id(FIRST));
        assertThat(duplicates.of(id(THIRD))).isEmpty();
    }

    @Test
    void remixIsAnotherRecording() {
        Duplicates duplicates = among(
                row(FIRST, "Night Bus", "Mara Lind", 200_000), row(SECOND, "Night Bus (Remix)", "Mara Lind", 200_000));

        assertThat(duplicates.of(id(SECOND))).isEmpty();
    }

    @Test
    void namesOfNothingButSignsAreNotAllTheSame() {
        Duplicates duplicates =
                among(row(FIRST, "???", "Mara Lind", 200_000), row(SECOND, "...", "Mara Lind", 200_000));

        assertThat(duplicates.of(id(SECOND))).isEmpty();
    }

    @Test
    void likedSongStandsForTheOneInAPlaylist() {
        Duplicates duplicates = Duplicates.in(new BackupFixture(directory)
                .file("Liked_Songs.csv", row(SECOND, "Night Bus", "Mara Lind", 200_000))
                .file("Another.csv", row(FIRST, "Night Bus", "Mara Lind", 200_000))
                .read());

        assertThat(duplicates.of(id(FIRST))).contains(id(SECOND));
        assertThat(duplicates.of(id(SECOND))).isEmpty();
    }

    @Test
    void groupNamesTheOthersAndWhy() {
        Duplicates duplicates = among(
                row(FIRST, "Night Bus", "Mara Lind", 200_000),
                row(SECOND, "Night Bus - 2011 Remaster", "Mara Lind", 201_000),
                row(THIRD, "Side Street", "Mara Lind", 170_000));

        assertThat(duplicates.group(id(SECOND))).hasValueSatisfying(group -> {
            assertThat(group.first()).isEqualTo(id(FIRST));
            assertThat(group.others()).containsExactly(id(FIRST));
            assertThat(group.why().rule()).isEqualTo(Rule.SAME_NAME_AND_LENGTH);
        });
        assertThat(duplicates.group(id(FIRST)))
                .hasValueSatisfying(group -> assertThat(group.others()).containsExactly(id(SECOND)));
        assertThat(duplicates.group(id(THIRD))).isEmpty();
    }

    @Test
    void whatAnUploaderDescribesIsFound() {
        Duplicates duplicates =
                among(row(FIRST, "Night Bus", "Mara Lind", 200_000), row(SECOND, "Night Bus", "Mara Lind", 201_000));

        assertThat(duplicates.group(Recording.named("Mara Lind - Night Bus [free download]", "nightowl")))
                .hasValueSatisfying(group -> {
                    assertThat(group.first()).isEqualTo(id(FIRST));
                    assertThat(group.others()).containsExactly(id(FIRST), id(SECOND));
                });
        assertThat(duplicates.group(Recording.named("Mara Lind - Night Bus (nightowl remix)", "nightowl")))
                .isEmpty();
    }

    private Duplicates among(String... rows) {
        return Duplicates.in(
                new BackupFixture(directory).file("Liked_Songs.csv", rows).read());
    }
}
