package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.fact.Topic;
import dev.segue.local.run.RunTally;
import dev.segue.local.system.LocalSystem;
import dev.segue.local.system.Part;
import dev.segue.testkit.SampleLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast tracks get from `track-detected` to `track-synced` in SQLite, beside the least that could be done: read the
/// same CSV and insert it by bare JDBC batches. Prints every run, and the memory of all processes. The option gives the
/// onlooker the compiler that `./segue` gives it.
///
/// ```
/// ./mvnw -Pbenchmark verify -am -pl local -Dit.test=PipelineBenchmark
/// ```
class PipelineBenchmark {

    private static final int TRACKS = 50_000;
    private static final int RUNS = 3;

    @TempDir
    private Path temporary;

    @Test
    void tracksASecondFromDetectedToSynced() throws IOException, SQLException {
        Path backup = Files.createDirectory(temporary.resolve("backup"));
        SampleLibrary.write(backup, TRACKS, 0, 0, 42);
        for (int run = 1; run <= RUNS; run++) {
            double bare = bareLoad(backup, temporary.resolve("bare-" + run + ".db"));
            measure(run, backup, bare);
        }
    }

    private void measure(int run, Path backup, double bare) throws SQLException {
        try (WholeSystem system = WholeSystem.start(temporary.resolve("home-" + run), backup)) {
            var memory = new AtomicLong();
            RunTally tally = system.run((running, _) -> memory.accumulateAndGet(residentMiB(running), Math::max));
            assertThat(tally.detected()).isEqualTo(TRACKS);
            assertThat(system.catalogue().tracks()).hasSize(TRACKS);
            double synced = TRACKS / seconds(system, Topic.TRACK_DETECTED, Topic.TRACK_SYNCED);
            double processed = TRACKS / seconds(system, Topic.TRACK_DETECTED, Topic.TRACK_PROCESSED);
            System.out.printf(
                    "run %d: %,d tracks, detected to synced %,.0f a second, to processed %,.0f a second; bare CSV and"
                            + " JDBC %,.0f a second (%.2f of it); %,d MiB resident in five processes%n",
                    run, TRACKS, synced, processed, bare, synced / bare, memory.get());
        }
    }

    /// From the first record of one topic to the last of another, by the times that records carry.
    private static double seconds(WholeSystem system, Topic first, Topic last) {
        long millis = times(system, last).getMax() - times(system, first).getMin();
        return Math.max(1, millis) / 1000.0;
    }

    private static LongSummaryStatistics times(WholeSystem system, Topic topic) {
        var times = new LongSummaryStatistics();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", system.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (times.getCount() < TRACKS) {
                consumer.poll(Duration.ofSeconds(1)).forEach(sent -> times.accept(sent.timestamp()));
            }
        }
        return times;
    }

    private static long residentMiB(LocalSystem system) {
        long kib = 0;
        for (Part part : Part.values()) {
            kib += residentKib(system.process(part.label()).pid());
        }
        return kib >> 10;
    }

    private static long residentKib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static double bareLoad(Path backup, Path file) throws SQLException {
        long began = System.nanoTime();
        try (Connection catalogue = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            catalogue.createStatement().execute("create table tracks (id text primary key, title text, artists text)");
            catalogue.setAutoCommit(false);
            try (PreparedStatement insert = catalogue.prepareStatement("insert into tracks values (?, ?, ?)")) {
                for (CsvEntry entry : Backup.at(backup).read().entries()) {
                    insert.setString(1, entry.track().id().toString());
                    insert.setString(2, entry.track().title().orElse(""));
                    insert.setString(3, String.join("; ", entry.track().artists()));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            catalogue.commit();
        }
        return TRACKS / ((System.nanoTime() - began) / 1e9);
    }
}
