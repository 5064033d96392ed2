package dev.segue.local.pipeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactFollower;
import dev.segue.library.fact.Topic;
import dev.segue.local.run.Detections;
import dev.segue.local.system.ChildSpec;
import dev.segue.local.system.Home;
import dev.segue.local.system.Part;
import dev.segue.local.system.PipelinePlan;
import dev.segue.local.system.Ports;
import dev.segue.testkit.Broker;
import dev.segue.testkit.BrokerLogin;
import dev.segue.testkit.BrokerSettings;
import dev.segue.testkit.SampleLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The services that were packaged, and a broker that nobody reaches without TLS and a login.
@Tag("faults")
class SecuredBrokerIT {

    /// Of the broker in this process; held here, or else its level would be forgotten.
    private static final Logger LOGS = Logger.getLogger("");

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int TRACKS = 20;

    @TempDir
    private Path temporary;

    private final List<Process> services = new ArrayList<>();

    @BeforeAll
    static void onlyWarnings() {
        LOGS.setLevel(Level.WARNING);
    }

    @AfterEach
    void end() throws InterruptedException {
        services.forEach(Process::destroy);
        for (Process service : services) {
            service.waitFor();
        }
    }

    /// A certificate as a file, or as the text itself, as it comes into a container.
    @ParameterizedTest
    @ValueSource(strings = {"ssl.truststore.location", "ssl.truststore.certificates"})
    void kafkaSettingsInTheEnvironmentReachEveryService(String certificate) throws IOException {
        BrokerLogin login = BrokerLogin.make(Files.createDirectory(temporary.resolve("login")));
        Path backup = Files.createDirectory(temporary.resolve("backup"));
        SampleLibrary.write(backup, TRACKS, 0, 0, 1);
        var home = new Home(temporary, Path.of(System.getProperty("segue.root", "..")));
        home.prepare();
        try (Broker broker = Broker.start(BrokerSettings.passing().demanding(login))) {
            Ports ports = ports(broker);
            List<ChildSpec> children = new PipelinePlan(home, ports, Map.of(), temporary)
                    .plan("run", backup)
                    .children();
            for (ChildSpec service : children.subList(1, children.size())) {
                services.add(start(service, settings(login, certificate)));
            }
            await().atMost(PATIENCE)
                    .until(() -> children.stream()
                            .skip(1)
                            .allMatch(service -> service.probe().ready()));
            var processed = new CopyOnWriteArrayList<Fact>();

            try (FactFollower follower = follow(broker, processed)) {
                await().atMost(PATIENCE).until(follower::caughtUp);
                String run = new Detections(ports.of(Part.DETECTION), Optional.empty()).ask(everything());

                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(processed).as(run).hasSize(TRACKS));
            }
        }
    }

    private static FactFollower follow(Broker broker, List<Fact> processed) {
        return FactFollower.start(
                broker.clientSettings(), Set.of(Topic.TRACK_PROCESSED), (Fact fact, Envelope _) -> processed.add(fact));
    }

    private static Request everything() {
        return new Request("BACKUP", Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Ports ports(Broker broker) {
        var ports = new EnumMap<Part, Integer>(Ports.free().byPart());
        ports.put(Part.BROKER, Integer.parseInt(broker.bootstrapServers().substring("localhost:".length())));
        return new Ports(ports);
    }

    private static Map<String, String> settings(BrokerLogin login, String certificate) throws IOException {
        var settings = new HashMap<>(login.client());
        if (certificate.equals("ssl.truststore.certificates")) {
            Path file = Path.of(requireNonNull(settings.remove("ssl.truststore.location")));
            settings.put(certificate, Files.readString(file));
        }
        return settings;
    }

    private Process start(ChildSpec service, Map<String, String> kafka) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(service.java());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve(service.name() + ".log").toFile());
        builder.environment().putAll(service.environment());
        builder.environment().putAll(environmentForm(kafka));
        return builder.start();
    }

    /// `ssl.truststore.type` as `KAFKA_SSL_TRUSTSTORE_TYPE`.
    private static Map<String, String> environmentForm(Map<String, String> settings) {
        var environment = new HashMap<String, String>();
        settings.forEach((name, value) ->
                environment.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return environment;
    }
}
