package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final String TEXT = Csv.P25 + Csv.p25(Csv.ID_A, Map.of());

    @TempDir
    Path directory;

    @Test
    void aDirectoryThatDoesNotExistIsNamed() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> Backup.at(missing).read())
                .isInstanceOf(BackupUnreadableException.class)
                .hasMessage("no such directory: " + missing);
    }

    @Test
    void aDirectoryWithoutCsvFilesIsNamed() {
        Csv.write(directory, "notes.txt", "Title, Artist\nand whatever comes to my mind\n");

        assertThatThrownBy(() -> Backup.at(directory).read())
                .isInstanceOf(BackupUnreadableException.class)
                .hasMessage("nothing named *.csv in " + directory + ", and no other export");
    }

    @Test
    void aFileThatIsNoCsvIsNamed() {
        Path file = Csv.write(directory, "notes.pdf", TEXT);

        assertThatThrownBy(() -> Backup.at(file).read())
                .isInstanceOf(BackupUnreadableException.class)
                .hasMessage("neither a directory, nor a file named *.csv or *.zip: " + file);
    }

    @Test
    void oneFileMayBeABackup() {
        Path file = Csv.write(directory, "Party.CSV", TEXT);

        CsvLibrary library = Backup.at(file).read();

        assertThat(library.size()).isEqualTo(1);
        assertThat(library.playlists()).extracting(CsvPlaylist::name).containsExactly("Party");
    }

    @Test
    void aFileCalledJustCsvIsAPlaylistWithoutAName() {
        Csv.write(directory, ".csv", TEXT);

        assertThat(Backup.at(directory).read().playlists())
                .extracting(CsvPlaylist::name)
                .containsExactly("");
    }

    @Test
    void directoriesInsideAreReadButNotHiddenOnes() throws IOException {
        Csv.write(directory, "a.csv", TEXT);
        Csv.write(Files.createDirectories(directory.resolve("rock/2026-01-13.csv")), "b.csv", TEXT);
        Csv.write(Files.createDirectory(directory.resolve(".git")), "c.csv", TEXT);

        assertThat(Backup.at(directory).read().files())
                .extracting(CsvFile::file)
                .containsExactly("a.csv", "rock/2026-01-13.csv/b.csv");
    }

    @Test
    void aLinkOutOfTheDirectoryIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Path secret = Csv.write(elsewhere, "secret.csv", TEXT);
        Files.createSymbolicLink(directory.resolve("out.csv"), secret);
        Files.createSymbolicLink(directory.resolve("nothing.csv"), elsewhere.resolve("gone"));
        Csv.write(directory, "ok.csv", TEXT);

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.files())
                .extracting(file -> file.unreadable().orElse("read"))
                .containsExactly(
                        "a symbolic link to nothing",
                        "read",
                        "a symbolic link that leaves the backup directory is not followed");
    }

    @Test
    void aDirectoryThatIsALinkItselfIsRead(@TempDir Path elsewhere) throws IOException {
        Csv.write(Files.createDirectory(elsewhere.resolve("inside")), "a.csv", TEXT);
        Path link = Files.createSymbolicLink(directory.resolve("backup"), elsewhere);
        Files.createSymbolicLink(elsewhere.resolve("out.csv"), Csv.write(directory, "secret.csv", TEXT));

        CsvLibrary library = Backup.at(link).read();

        assertThat(library.files())
                .extracting(CsvFile::file, file -> file.unreadable().orElse("read"))
                .containsExactly(
                        tuple("inside/a.csv", "read"),
                        tuple("out.csv", "a symbolic link that leaves the backup directory is not followed"));
        assertThat(Backup.at(link).fingerprint().files())
                .extracting(Backup.Stamp::file)
                .containsExactlyInAnyOrder("inside/a.csv", "out.csv");
    }

    @Test
    void theFingerprintTellsWhetherAFileWasJustWritten() {
        Csv.write(directory, "a.csv", TEXT);

        Backup.Fingerprint seen = Backup.at(directory).fingerprint();

        assertThat(seen.hasChangedSince(Csv.WRITTEN)).isTrue();
        assertThat(seen.hasChangedSince(Csv.WRITTEN.plusSeconds(1))).isFalse();
    }

    @Test
    void theFingerprintTellsAFileThatWasRewrittenFromANewOne() {
        Csv.write(directory, "a.csv", TEXT);
        Backup.Fingerprint first = Backup.at(directory).fingerprint();
        Csv.write(directory, "b.csv", TEXT);
        Backup.Fingerprint second = Backup.at(directory).fingerprint();
        Csv.write(directory, "a.csv", TEXT + TEXT);
        Backup.Fingerprint third = Backup.at(directory).fingerprint();

        assertThat(second.hasRewritten(first, Csv.WRITTEN)).isFalse();
        assertThat(third.hasRewritten(second, Csv.WRITTEN)).isTrue();
        assertThat(third.hasRewritten(second, Csv.WRITTEN.plusSeconds(1))).isFalse();
    }

    @Test
    void aBackupOfUnreadableFilesIsAnEmptyLibraryThatSaysWhy() {
        Csv.write(directory, "a.csv", "nothing known");

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.size()).isZero();
        assertThat(library.files().getFirst().unreadable()).isPresent();
    }

    @Test
    void theFingerprintChangesWithTheFilesAndOnlyThen() throws IOException {
        Backup backup = Backup.at(directory);
        Path file = Csv.write(directory, "a.csv", TEXT);
        Backup.Fingerprint first = backup.fingerprint();

        assertThat(backup.fingerprint()).isEqualTo(first);
        Files.setLastModifiedTime(file, FileTime.from(Csv.WRITTEN.plusSeconds(1)));
        Backup.Fingerprint touched = backup.fingerprint();
        assertThat(touched).isNotEqualTo(first);
        Csv.write(directory, "b.csv", TEXT);
        assertThat(backup.fingerprint()).isNotEqualTo(touched);
    }

    @Test
    void aMissingBackupHasAFingerprintOfItsOwn() throws IOException {
        Path missing = directory.resolve("later");
        Backup.Fingerprint before = Backup.at(missing).fingerprint();
        Files.createDirectory(missing);

        assertThat(Backup.at(missing).fingerprint()).isNotEqualTo(before);
    }
}
