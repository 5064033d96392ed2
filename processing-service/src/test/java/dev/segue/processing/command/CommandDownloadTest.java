package dev.segue.processing.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.processing.Download.Result;
import dev.segue.processing.Program;
import dev.segue.processing.Synced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandDownloadTest {

    @TempDir
    private Path directory;

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void theOneFileOfAGoodEndIsTheAudio() throws Exception {
        Result result = run("echo \"$1|$2\" > \"$3/a.flac\"", "Night Bus");

        assertThat(result).isInstanceOf(Result.Brought.class);
        assertThat(((Result.Brought) result).file())
                .hasContent("https://open.spotify.com/track/" + Synced.id(1).key() + "|Night Bus");
    }

    @Test
    void aTitleIsNeverAnOptionAndNeverSeesAShell() throws Exception {
        Result result = run("echo \"$2\" > \"$3/a.flac\"", "-rf $(touch /tmp/x) `id`");

        assertThat(((Result.Brought) result).file()).hasContent("rf $(touch /tmp/x) `id`");
    }

    @Test
    void aBadEndIsSaidAndNotAskedForAgainBeforeItsTime() throws Exception {
        Result first = run("echo 'no such video' >&2; exit 1", "Night Bus");
        Result early = run("echo x > \"$3/a.flac\"", "Night Bus");
        now = now.plus(Duration.ofDays(8));
        Result late = run("echo x > \"$3/a.flac\"", "Night Bus");

        assertThat(first)
                .isEqualTo(new Result.Nothing("the download command brought nothing: no such video (exit 1);"
                        + " asked again after 2026-11-29"));
        assertThat(early).isEqualTo(first);
        assertThat(late).isInstanceOf(Result.Brought.class);
    }

    @Test
    void protectedAudioIsNamedSo() throws Exception {
        Result result = run("echo 'ERROR: this track is DRM protected' >&2; exit 1", "Night Bus");

        assertThat(result).isInstanceOf(Result.Locked.class);
    }

    @Test
    void whoHangsIsStoppedWithAllItStarted() throws Exception {
        Result result = run("sleep 62.337 & wait", "Night Bus");

        assertThat(result).isInstanceOf(Result.Nothing.class);
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(other -> other.info().commandLine().orElse("").contains("sleep 62.337"));
    }

    private Result run(String script, String title) throws IOException {
        Path program = Files.writeString(directory.resolve("program"), "#!/bin/sh\n" + script + '\n');
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Track track = Synced.track(1, title, List.of("Mara Lind"), Duration.ofSeconds(20), Optional.empty());
        var download = new CommandDownload(
                new Program(),
                List.of(program.toString(), "{url}", "{title}", "{directory}"),
                Duration.ofSeconds(2),
                new Archive(directory.resolve("archive.jsonl"), () -> now));
        return download.bring(track, Files.createTempDirectory(directory, "into"));
    }
}
