package dev.segue.detection.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.detection.DetectionConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupDirectoryTest {

    private static final String HEADER = "Track name,Artist name\n";
    private static final String FIRST = "Night Bus,Mara Lind\n";
    private static final String SECOND = "Side Street,Mara Lind\n";

    @TempDir
    private Path directory;

    private BackupDirectory backup;

    @BeforeEach
    void readTwoTracks() throws IOException {
        write("liked.csv", FIRST + SECOND, Instant.EPOCH);
        backup = new BackupDirectory(new SmallRyeConfigBuilder()
                .withMapping(DetectionConfig.class)
                .withDefaultValue("segue.csv.directory", directory.toString())
                .build()
                .getConfigMapping(DetectionConfig.class));
        assertThat(backup.library().size()).isEqualTo(2);
    }

    @Test
    void fileThatWasRewrittenJustNowStaysAsItWas() throws IOException {
        write("liked.csv", FIRST, Instant.now().plusSeconds(60));

        assertThat(backup.library().size()).isEqualTo(2);
    }

    @Test
    void fileThatWasRewrittenSomeTimeAgoIsRead() throws IOException {
        write("liked.csv", FIRST, Instant.EPOCH.plusSeconds(1));

        assertThat(backup.library().size()).isEqualTo(1);
    }

    @Test
    void newFileIsReadAtOnce() throws IOException {
        write("mix.csv", "Last Stop,Mara Lind\n", Instant.now().plusSeconds(60));

        assertThat(backup.library().size()).isEqualTo(3);
    }

    private void write(String file, String rows, Instant written) throws IOException {
        Path path = Files.writeString(directory.resolve(file), HEADER + rows);
        Files.setLastModifiedTime(path, FileTime.from(written));
    }
}
