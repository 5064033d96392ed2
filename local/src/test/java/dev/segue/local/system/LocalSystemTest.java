package dev.segue.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.segue.local.system.FakeProcess.Manner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private Home home = new Home(Path.of(""), Path.of(""));

    @BeforeEach
    void liveHere() {
        home = new Home(directory, directory);
    }

    @Test
    void everythingStartsAndNothingIsLeftRunning() {
        List<ProcessHandle> processes;
        try (LocalSystem system = LocalSystem.start(Plans.good(home), Plans.SILENT)) {
            processes = List.of(system.process("broker"), system.process("metadata-service"));

            assertThat(ProcessState.of(home, Instant.now()))
                    .extracting(ProcessState::state)
                    .containsExactly(ProcessState.State.READY, ProcessState.State.READY);
        }

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(Processes.read(home)).isEmpty();
    }

    @Test
    void whoWaitsForASystemFindsDoneWhatBelongsToItsStart() {
        var seen = new ArrayList<String>();
        try (LocalSystem _ = LocalSystem.start(
                Plans.good(home), Plans.SILENT, () -> seen.add(allAnswer() + " " + isSaidToBeReady()))) {
            assertThat(seen).as("all answer, but are not said to be ready").containsExactly("true false");
            assertThat(isSaidToBeReady()).isTrue();
        }
    }

    private boolean isSaidToBeReady() {
        return Processes.read(home).filter(Processes::ready).isPresent();
    }

    private boolean allAnswer() {
        return ProcessState.of(home, Instant.now()).stream()
                .allMatch(process -> process.state() == ProcessState.State.READY);
    }

    @Test
    void aHomeThatIsInPartOfSomebodyElseIsToldInOneLineAndGivenBack() throws IOException {
        Files.createDirectories(home.processes().resolve("of somebody else"));

        assertThatThrownBy(() -> LocalSystem.start(Plans.good(home), Plans.SILENT))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("cannot write to " + home.processes());
        try (Lock lock = Lock.take(home).orElseThrow()) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void aSecondSystemInOneHomeIsRefused() {
        try (LocalSystem _ = LocalSystem.start(Plans.good(home), Plans.SILENT)) {
            assertThatThrownBy(() -> LocalSystem.start(Plans.good(home), Plans.SILENT))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aPortInUseIsNamedBeforeAnythingIsStarted() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var broker = FakeProcess.spec("broker", taken.getLocalPort(), Manner.GOOD);

            assertThatThrownBy(() ->
                            LocalSystem.start(new Plan(home, "up", Optional.empty(), List.of(broker)), Plans.SILENT))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " (broker) is in use");
            assertThat(home.log("broker")).doesNotExist();
        }
    }

    @Test
    void aServiceThatRefusesItsSettingsIsQuoted() {
        Plan plan = Plans.of(home, Manner.MISCONFIGURED);

        assertThatThrownBy(() -> LocalSystem.start(plan, Plans.SILENT))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("metadata-service died (status 1): SRCFG00039: The config property segue.lookup")
                .hasMessageContaining(home.log("metadata-service").toString());
        assertThat(Processes.read(home)).isEmpty();
    }

    @Test
    void aDeathLaterOnIsReportedWithItsReason() throws IOException {
        Plan plan = Plans.of(home, Manner.MORTAL);
        try (LocalSystem system = LocalSystem.start(plan, Plans.SILENT)) {
            askToDie(plan.services().getFirst().port());

            assertThat(system.awaitDeath(PATIENCE).map(Failure::line).orElse(""))
                    .contains("metadata-service died (status 7): the disk is full");
        }
    }

    @Test
    void aServiceThatRunsOutOfMemoryIsNamedWithThatReason() throws IOException {
        Plan plan = Plans.of(home, Manner.GREEDY);
        try (LocalSystem system = LocalSystem.start(plan, Plans.SILENT)) {
            askToDie(plan.services().getFirst().port());

            assertThat(system.awaitDeath(PATIENCE).map(Failure::line).orElse(""))
                    .contains("metadata-service died (status 3): OutOfMemoryError: Java heap space");
        }
    }

    @Test
    void aKilledServiceCanBeStartedAgain() {
        try (LocalSystem system = LocalSystem.start(Plans.good(home), Plans.SILENT)) {
            long before = system.process("metadata-service").pid();

            system.kill("metadata-service");
            system.restart("metadata-service");

            assertThat(system.process("metadata-service").isAlive()).isTrue();
            assertThat(system.process("metadata-service").pid()).isNotEqualTo(before);
            assertThat(system.awaitDeath(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void whatAKilledLauncherLeftBehindIsEndedByTheNextStart() throws IOException {
        Process launcher = launcher();
        List<ProcessHandle> orphans = children();

        launcher.destroyForcibly().onExit().join();
        assertThat(orphans).hasSize(2).allMatch(ProcessHandle::isAlive);
        try (LocalSystem _ = LocalSystem.start(Plans.good(home), Plans.SILENT)) {
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void downEndsWhatAKilledLauncherLeftBehind() throws IOException {
        Process launcher = launcher();
        List<ProcessHandle> orphans = children();
        launcher.destroyForcibly().onExit().join();

        assertThat(Shutdown.of(home)).isEqualTo(new Shutdown.CleanedUp(2));
        assertThat(orphans).noneMatch(ProcessHandle::isAlive);
        assertThat(Shutdown.of(home)).isEqualTo(new Shutdown.Nothing());
    }

    @Test
    void aLauncherThatIsAskedToEndStopsItsChildren() throws IOException {
        Process launcher = launcher();
        List<ProcessHandle> children = children();

        assertThat(Shutdown.of(home)).isEqualTo(new Shutdown.Stopped());
        assertThat(launcher.isAlive()).isFalse();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void processesOfOthersAreLeftAlone() throws IOException {
        Process innocent = new ProcessBuilder("sleep", "600").start();
        try {
            var entry = new Processes.Entry(
                    "broker", innocent.pid(), innocent.info().startInstant(), 1);
            Files.createDirectories(home.state());
            new Processes(UUID.randomUUID().toString(), "up", 1, true, Optional.empty(), List.of(entry)).write(home);

            assertThat(Orphans.end(home)).isZero();
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly();
        }
    }

    private Process launcher() throws IOException {
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeProcess.Launcher.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("launcher.log").toFile())
                .start();
        await().atMost(PATIENCE).until(() -> Files.exists(directory.resolve("started")) || !launcher.isAlive());
        assertThat(directory.resolve("launcher.log")).isEmptyFile();
        return launcher;
    }

    private List<ProcessHandle> children() {
        return Processes.read(home).stream()
                .flatMap(processes -> processes.children().stream())
                .flatMap(child -> child.handle().stream())
                .toList();
    }

    private static void askToDie(int port) {
        var death = URI.create("http://127.0.0.1:" + port + "/die");
        assertThatThrownBy(() -> death.toURL().openStream()).isInstanceOf(IOException.class);
    }
}
