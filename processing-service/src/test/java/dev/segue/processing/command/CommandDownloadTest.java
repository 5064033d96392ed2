package dev.segue.processing.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.Track;
import dev.segue.processing.Download.Result;
import dev.segue.processing.Program;
import dev.segue.processing.ShelfUnavailable;
import dev.segue.processing.Synced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandDownloadTest {

    @TempDir
    private Path directory;

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
    void aBadEndIsSaidAndArchived() throws Exception {
        Result bad = run("echo 'no such video' >&2; exit 1", "Night Bus");
        Result good = run("echo x > \"$3/a.flac\"", "Night Bus");

        assertThat(bad).isEqualTo(new Result.Nothing("the download command brought nothing: no such video (exit 1)"));
        assertThat(good).isInstanceOf(Result.Brought.class);
        assertThat(Files.readString(directory.resolve("archive.jsonl")))
                .contains("\"brought\":false,\"said\":\"no such video (exit 1)\"")
                .contains("\"brought\":true,\"said\":\"a.flac\"");
    }

    @Test
    void whatTheProgramSaysOfItsProgressIsRead() throws Exception {
        Path gate = directory.resolve("gate");
        CommandDownload download =
                download("printf '[download]  12.5%% of 3MiB\\r'; printf '[download]  42.3%% of 3MiB\\n';"
                        + " while [ ! -e " + gate + " ]; do sleep 0.1; done; echo x > \"$3/a.flac\"");
        CompletableFuture<Result> brought =
                CompletableFuture.supplyAsync(() -> download.bring(track("Night Bus"), this::into));

        Awaitility.await().untilAsserted(() -> assertThat(download.progress()).containsEntry(Synced.id(1), 42.3));
        Files.createFile(gate);

        assertThat(brought.get()).isInstanceOf(Result.Brought.class);
        assertThat(download.progress()).isEmpty();
    }

    @Test
    void protectedAudioIsNamedSo() throws Exception {
        Result result = run("echo 'ERROR: this track is DRM protected' >&2; exit 1", "Night Bus");

        assertThat(result).isInstanceOf(Result.Locked.class);
    }

    @Test
    void aFullDiskIsAPause() {
        assertThatThrownBy(() -> run("echo 'ERROR: [Errno 28] No space left on device' >&2; exit 1", "Night Bus"))
                .isInstanceOf(ShelfUnavailable.class)
                .hasMessageContaining("the disk is full");
    }

    @Test
    void aCommandThatIsNotInstalledIsNoReasonToWait() throws Exception {
        var missing = new CommandDownload(
                new Program(),
                List.of("no-such-downloader", "{url}"),
                Duration.ofSeconds(20),
                new Archive(directory.resolve("archive.jsonl"), Instant::now));

        Result result = missing.bring(track("Night Bus"), this::into);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Unable.class,
                        unable -> assertThat(unable.why())
                                .startsWith("the download command cannot be run: ")
                                .contains("no-such-downloader"));
    }

    @Test
    void whoHangsIsStoppedWithAllItStarted() throws Exception {
        Result result = download("sleep 62.337 & wait", Duration.ofMillis(500)).bring(track("Night Bus"), this::into);

        assertThat(result).isInstanceOf(Result.Nothing.class);
        Awaitility.await()
                .untilAsserted(() -> assertThat(ProcessHandle.allProcesses())
                        .noneMatch(
                                other -> other.info().commandLine().orElse("").contains("sleep 62.337")));
    }

    private Result run(String script, String title) throws IOException {
        return download(script).bring(track(title), this::into);
    }

    private CommandDownload download(String script) throws IOException {
        return download(script, Duration.ofSeconds(20));
    }

    private CommandDownload download(String script, Duration limit) throws IOException {
        Path program = Files.writeString(directory.resolve("program"), "#!/bin/sh\n" + script + '\n');
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return new CommandDownload(
                new Program(),
                List.of(program.toString(), "{url}", "{title}", "{directory}"),
                limit,
                new Archive(directory.resolve("archive.jsonl"), Instant::now));
    }

    private Path into() {
        return directory.resolve("into-" + UUID.randomUUID());
    }

    private static Track track(String title) {
        return Synced.track(1, title, List.of("Mara Lind"), Duration.ofSeconds(20), Optional.empty());
    }
}
