package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.Topic;
import dev.segue.local.system.ChildSpec;
import dev.segue.local.system.Home;
import dev.segue.local.system.LocalSystem;
import dev.segue.local.system.Part;
import dev.segue.local.system.PipelinePlan;
import dev.segue.local.system.Plan;
import dev.segue.local.system.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// The broker and sync-service as they were packaged, and nothing else: what is written into `track-enriched` comes
/// out of `track-synced`.
final class SyncAlone implements AutoCloseable {

    private static final Path INSTALLATION = Path.of(System.getProperty("segue.root", ".."));
    private static final Set<String> PARTS = Set.of(Part.BROKER.label(), Part.SYNC.label());
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Home home;
    private final Ports ports = Ports.free();
    private final LocalSystem system;

    private SyncAlone(Path directory, Map<String, String> environment) {
        home = new Home(directory, INSTALLATION);
        Plan whole = new PipelinePlan(home, ports, environment, directory).plan("run", directory);
        var parts = whole.children().stream()
                .filter(child -> PARTS.contains(child.name()))
                .map(SyncAlone::compiled)
                .toList();
        system = LocalSystem.start(
                new Plan(whole.home(), whole.mode(), whole.backup(), parts), new WholeSystem.Silence());
    }

    /// With `-Dboth.compilers=true` as a service that lives for long would be started.
    private static ChildSpec compiled(ChildSpec child) {
        var java = new ArrayList<>(child.java());
        if (Boolean.getBoolean("both.compilers")) {
            java.remove("-XX:TieredStopAtLevel=1");
        }
        return new ChildSpec(child.name(), child.port(), java, child.environment(), child.probe(), child.endsAlone());
    }

    static SyncAlone start(Path directory, Map<String, String> environment) {
        return new SyncAlone(directory, environment);
    }

    /// Ends sync-service as a kill -9 does.
    void kill() {
        system.kill(Part.SYNC.label());
    }

    /// Starts sync-service again, and returns when it is ready.
    void restart() {
        system.restart(Part.SYNC.label());
    }

    int port() {
        return ports.of(Part.SYNC);
    }

    Path catalogue() {
        return home.catalogue();
    }

    Path log() {
        return home.log(Part.SYNC.label());
    }

    /// Says `facts`, and returns when the broker has them.
    void say(List<? extends Fact> facts) {
        try (FactWriter writer = FactWriter.open(Map.of("bootstrap.servers", bootstrapServers()), "test")) {
            var written = new ArrayList<CompletableFuture<Void>>();
            facts.forEach(fact -> written.add(writer.write(fact, Envelope.of("run"))));
            written.forEach(CompletableFuture::join);
        }
    }

    /// Hears everything on `topic`, from its beginning, until there is `enough`.
    void hear(Topic topic, Consumer<ConsumerRecord<String, byte[]>> heard, BooleanSupplier enough) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!enough.getAsBoolean()) {
                goingOn(deadline, Duration.ZERO);
                consumer.poll(POLL).forEach(heard);
            }
        }
    }

    /// Waits until `topic` holds `count` records. Nothing of them is read, which would take time from those who write.
    void awaitRecords(Topic topic, long count) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.endOffsets(partitions).values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    < count) {
                goingOn(deadline, POLL);
            }
        }
    }

    private void goingOn(long deadline, Duration wait) {
        assertThat(System.nanoTime()).as("facts are missing").isLessThan(deadline);
        system.awaitDeath(wait).ifPresent(failure -> {
            throw failure;
        });
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "max.poll.records", 5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic topic) {
        return consumer.partitionsFor(topic.topic()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private String bootstrapServers() {
        return "localhost:" + ports.of(Part.BROKER);
    }

    @Override
    public void close() {
        system.close();
    }
}
