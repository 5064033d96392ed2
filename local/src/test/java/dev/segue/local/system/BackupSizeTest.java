package dev.segue.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupSizeTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path directory;

    @Test
    void allFilesOfADirectoryCountAndAZipFourTimes() throws IOException {
        Files.createDirectory(directory.resolve("2026-01-30"));
        Files.write(directory.resolve("Liked_Songs.csv"), new byte[2 * MEBIBYTE]);
        Files.write(directory.resolve("2026-01-30/Liked_Songs.csv"), new byte[MEBIBYTE]);
        Files.write(directory.resolve("all.zip"), new byte[MEBIBYTE]);

        assertThat(BackupSize.mebibytes(directory)).isEqualTo(7);
    }

    @Test
    void aDirectoryBehindALinkCountsAsWell() throws IOException {
        Path there = Files.createDirectory(directory.resolve("there"));
        Files.write(there.resolve("Liked_Songs.csv"), new byte[MEBIBYTE]);
        Path link = Files.createSymbolicLink(directory.resolve("backup"), there);

        assertThat(BackupSize.mebibytes(link)).isEqualTo(1);
    }

    @Test
    void aBackupThatIsNotThereIsNothing() {
        assertThat(BackupSize.mebibytes(directory.resolve("nowhere"))).isZero();
    }

    @Test
    void aHeapGrowsWithTheBackupOnceThatIsLarge() {
        assertThat(Part.METADATA.heap(0)).isEqualTo(Part.METADATA.heap(12));
        assertThat(Part.METADATA.heap(72)).isEqualTo(Part.METADATA.heap(12) + 4 * 60);
    }
}
