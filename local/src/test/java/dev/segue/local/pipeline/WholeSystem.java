package dev.segue.local.pipeline;

import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.local.run.AudioState;
import dev.segue.local.run.CatalogueState;
import dev.segue.local.run.Detections;
import dev.segue.local.run.Run;
import dev.segue.local.run.RunEnd;
import dev.segue.local.run.RunFollower;
import dev.segue.local.run.RunProgress;
import dev.segue.local.run.RunTally;
import dev.segue.local.run.Waiting;
import dev.segue.local.system.Failure;
import dev.segue.local.system.Home;
import dev.segue.local.system.LocalSystem;
import dev.segue.local.system.Part;
import dev.segue.local.system.PipelinePlan;
import dev.segue.local.system.Ports;
import dev.segue.local.system.StartProgress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The system that was packaged, with a state directory and a token of its own, for one test.
final class WholeSystem implements AutoCloseable {

    static final String TOKEN = "token-of-the-tests";

    private static final Path INSTALLATION = Path.of(System.getProperty("segue.root", ".."));

    private final Home home;
    private final Ports ports = Ports.free();
    private final LocalSystem system;

    private WholeSystem(Path directory, Path backup, Map<String, String> environment) {
        home = new Home(directory, INSTALLATION);
        var settings = new HashMap<>(environment);
        settings.put("SEGUE_API_TOKEN", TOKEN);
        var plan = new PipelinePlan(home, ports, settings, directory).plan("run", backup);
        system = LocalSystem.start(plan, new Silence());
    }

    static WholeSystem start(Path directory, Path backup) {
        return new WholeSystem(directory, backup, Map.of());
    }

    static WholeSystem start(Path directory, Path backup, Map<String, String> environment) {
        return new WholeSystem(directory, backup, environment);
    }

    /// Takes the whole backup through; `meanwhile` is shown how far it is.
    RunTally run(BiConsumer<LocalSystem, RunTally> meanwhile) {
        return run(new Request("BACKUP", Optional.empty(), Optional.empty(), Optional.empty()), meanwhile);
    }

    RunTally run(Request request, BiConsumer<LocalSystem, RunTally> meanwhile) {
        var run = new Run(
                new Detections(port(Part.DETECTION), Optional.of(TOKEN)),
                new CatalogueState(port(Part.SYNC), Optional.of(TOKEN)),
                new AudioState(port(Part.PROCESSING), Optional.of(TOKEN)),
                () -> system.awaitDeath(Duration.ZERO),
                home.logs().toString());
        try (RunFollower follower = RunFollower.open(bootstrapServers())) {
            return complete(run.follow(follower, request, new RunProgress() {
                @Override
                public void show(RunTally tally) {
                    meanwhile.accept(system, tally);
                }

                @Override
                public void waiting(Waiting what) {}

                @Override
                public void close() {}
            }));
        }
    }

    private static RunTally complete(RunEnd end) {
        return switch (end) {
            case RunEnd.Complete(RunTally tally) -> tally;
            case RunEnd.Stalled(RunTally _, String why) -> throw new Failure(why);
            case RunEnd.PutOff(RunTally _, Waiting.ForApi question) -> throw new Failure(question.later());
        };
    }

    /// Ends a process as a kill -9 does.
    void kill(String process) {
        system.kill(process);
    }

    void restart(String process) {
        system.restart(process);
    }

    int port(Part part) {
        return ports.of(part);
    }

    String bootstrapServers() {
        return "localhost:" + ports.of(Part.BROKER);
    }

    Path audio() {
        return home.audio();
    }

    Path catalogueFile() {
        return home.catalogue();
    }

    CatalogueContents catalogue() throws SQLException {
        return CatalogueContents.of(home.catalogue());
    }

    @Override
    public void close() {
        system.close();
    }

    record Silence() implements StartProgress {

        @Override
        public void cleanedUp(int processes) {}

        @Override
        public void starting(String name) {}

        @Override
        public void ready(String name, Duration after) {}

        @Override
        public void waiting(Duration since) {}
    }
}
