package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.segue.processing.Program.End;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void aProgramThatIsNotThereIsAbsent() {
        End end = run(LONG, "no-such-program-4711", "-version");

        assertThat(end)
                .isInstanceOfSatisfying(
                        End.Absent.class, absent -> assertThat(absent.why()).contains("no-such-program-4711"));
    }

    @Test
    void aFileThatMayNotBeRunIsAbsent() throws Exception {
        Path text = Files.writeString(directory.resolve("text"), "no program");

        End end = run(LONG, text.toString());

        assertThat(end).isInstanceOf(End.Absent.class);
    }

    @Test
    void aProgramThatEndsLikeAMissingOneWasThere() {
        End end = run(LONG, "sh", "-c", "echo 'setsid is not what it lacks' >&2; exit 127");

        assertThat(end).isEqualTo(new End.Done(127, "", "setsid is not what it lacks\n"));
    }

    @Test
    void whoLeavesSomethingBehindThatHoldsItsOutputIsNotWaitedForForEver() {
        End end = assertTimeoutPreemptively(
                LONG, () -> run(Duration.ofSeconds(1), "sh", "-c", "sleep 64.337 & echo started"));

        assertThat(end).isInstanceOf(End.Overdue.class);
        Awaitility.await()
                .untilAsserted(() -> assertThat(ProcessHandle.allProcesses())
                        .noneMatch(
                                other -> other.info().commandLine().orElse("").contains("sleep 64.337")));
    }

    @Test
    void aReaderThatFailsHoldsNobodyUp() {
        End end = assertTimeoutPreemptively(
                LONG,
                () -> new Program().run(List.of("sh", "-c", "echo one; echo two"), LONG, line -> {
                    throw new IllegalStateException(line);
                }));

        assertThat(end).isInstanceOf(End.Done.class);
    }

    @Test
    void whatTheStopKillsGivesNoAnswer() throws Exception {
        var program = new Program();
        Path started = directory.resolve("started");
        List<String> endless = List.of("sh", "-c", "touch '%s'; sleep 65.337".formatted(started));
        try (var crew = Executors.newSingleThreadExecutor()) {
            Future<End> running = crew.submit(() -> program.run(endless, LONG));
            Awaitility.await().until(() -> Files.exists(started));

            program.close();

            assertThatThrownBy(running::get).hasCauseInstanceOf(ShelfUnavailable.class);
            assertThatThrownBy(() -> program.run(endless, LONG)).isInstanceOf(ShelfUnavailable.class);
        }
    }

    private static End run(Duration limit, String... arguments) {
        return new Program().run(List.of(arguments), limit);
    }
}
