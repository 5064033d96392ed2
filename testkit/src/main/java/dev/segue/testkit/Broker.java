package dev.segue.testkit;

import dev.segue.library.fact.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// A real Kafka broker in this process: one KRaft node, on loopback only, with every topic of
/// [dev.segue.library.fact.Topic]. Thread-safe.
///
/// ```
/// try (Broker broker = Broker.start(BrokerSettings.passing())) {
///     connectTo(broker.bootstrapServers());
/// }
/// ```
public final class Broker implements AutoCloseable {

    private static final String FORMATTED = "meta.properties";

    private final BrokerSettings settings;
    private final int port;
    private final KafkaRaftServer server;

    private Broker(BrokerSettings settings, int port, KafkaRaftServer server) {
        this.settings = settings;
        this.port = port;
        this.server = server;
    }

    /// Starts a broker and creates the topics that it lacks. When this returns it takes records.
    ///
    /// @throws IllegalStateException if topics that exist are not as they should be, or the data cannot be used
    /// @throws org.apache.kafka.common.KafkaException if it cannot listen on its port
    public static Broker start(BrokerSettings settings) {
        Broker broker = startWithoutTopics(settings);
        try (Admin admin = Admin.create(broker.clientSettings())) {
            Topics.create(admin);
            return broker;
        } catch (RuntimeException unusable) {
            broker.close();
            throw unusable;
        }
    }

    /// Starts a broker with the topics it has.
    static Broker startWithoutTopics(BrokerSettings settings) {
        int port = settings.port() == 0 ? FreePort.find() : settings.port();
        int controllerPort = FreePort.find();
        var properties = BrokerConfiguration.of(settings.directory(), port, controllerPort);
        settings.login().ifPresent(login -> properties.putAll(login.broker(port, FreePort.find(), controllerPort)));
        formatIfNew(settings);
        var server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        return new Broker(settings, port, server);
    }

    /// What goes into `bootstrap.servers`.
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /// Settings of a client that it lets in.
    public Map<String, Object> clientSettings() {
        var client = new HashMap<String, Object>(Map.of("bootstrap.servers", bootstrapServers()));
        settings.login().ifPresent(login -> client.putAll(login.client()));
        return client;
    }

    /// Stops the broker cleanly. A second call does nothing.
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (settings.deletedOnClose()) {
            delete(settings.directory());
        }
    }

    /// Waits until somebody closes the broker.
    void awaitClose() {
        server.awaitShutdown();
    }

    /// A directory is formatted once in its life. Its `meta.properties` is written last, so a formatting that was cut
    /// off is done again.
    private static void formatIfNew(BrokerSettings settings) {
        Path directory = settings.directory();
        if (Files.exists(directory.resolve(FORMATTED))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(BrokerConfiguration.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(directory.toString()))
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName(BrokerConfiguration.CONTROLLER)
                    .setScramArguments(
                            settings.login().map(BrokerLogin::scram).stream().toList())
                    .run();
        } catch (Exception unformattable) { // what Formatter declares
            throw new IllegalStateException("cannot format the broker's data directory " + directory, unformattable);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(Broker::deleteOne);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
