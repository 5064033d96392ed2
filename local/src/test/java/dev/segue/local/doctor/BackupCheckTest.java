package dev.segue.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.local.doctor.Finding.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCheckTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String ROW = "Night Bus,Mara Lind,spotify:track:AAAAAAAAAAAAAAAAAAAAAA\n";

    @TempDir
    Path backup;

    @Test
    void aBackupThatCanBeReadIsCounted() throws IOException {
        write("list.csv", "Title,Artist,URI\n" + ROW, Duration.ofDays(1));

        List<Finding> findings = findings();

        assertThat(findings).containsExactly(Finding.ok("backup", backup + ": 1 files, 1 rows, 1 tracks"));
    }

    @Test
    void aFileThatCannotBeReadIsAProblem() throws IOException {
        write("list.csv", "Title,Artist,URI\n" + ROW, Duration.ofDays(1));
        write("notes.csv", "milk,eggs\n", Duration.ofDays(1));

        List<Finding> findings = findings();

        assertThat(findings)
                .contains(Finding.problem("backup", "notes.csv cannot be read: no known header: \"milk,eggs\""));
    }

    @Test
    void aBadRowIsNamedWithItsLine() throws IOException {
        write("list.csv", "Title,Artist,URI\n" + ROW + ",,spotify:nothing:1\n", Duration.ofDays(1));

        List<Finding> findings = findings();

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.standing()).isEqualTo(Standing.NOTE);
            assertThat(finding.says()).startsWith("1 bad rows").contains("list.csv, line 3");
        });
    }

    @Test
    void anOldBackupIsWorthANote() throws IOException {
        write("list.csv", "Title,Artist,URI\n" + ROW, Duration.ofDays(120));

        List<Finding> findings = findings();

        assertThat(findings)
                .contains(
                        Finding.note("backup", "the newest export is 120 days old: what you liked since is not in it"));
    }

    @Test
    void noBackupIsAProblem() {
        List<Finding> findings = new BackupCheck(backup.resolve("nowhere"), NOW).findings();

        assertThat(findings).hasSize(1).allSatisfy(finding -> {
            assertThat(finding.standing()).isEqualTo(Standing.PROBLEM);
            assertThat(finding.says()).contains("nowhere");
        });
    }

    private List<Finding> findings() {
        return new BackupCheck(backup, NOW).findings();
    }

    private void write(String name, String text, Duration age) throws IOException {
        Path file = Files.writeString(backup.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}
