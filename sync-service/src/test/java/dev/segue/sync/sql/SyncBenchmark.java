package dev.segue.sync.sql;

import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.TrackSynced.Outcome;
import dev.segue.library.fact.Wire;
import dev.segue.sync.Enriched;
import dev.segue.sync.Sync;
import dev.segue.sync.SyncRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/// How fast facts get into a new SQLite file, and how fast they are found unchanged: bytes in, bytes out, without
/// Kafka.
/// Prints every run. To be run as a plain main class from the test classes, with a directory as its argument.
final class SyncBenchmark {

    private static final int TRACKS = 50_000;
    private static final int BATCH = 100;
    private static final int RUNS = 5;

    private SyncBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<byte[]> facts = IntStream.range(0, TRACKS)
                .mapToObj(n -> Wire.write(Enriched.track(n).fact()))
                .toList();
        Path directory = Files.createTempDirectory(Path.of(arguments[0]), "benchmark");
        for (int run = 0; run < RUNS; run++) {
            Path file = directory.resolve(run + ".db");
            try (SqlCatalogue catalogue = SqlOpening.opened(new SqliteFile("jdbc:sqlite:" + file))) {
                var sync = new Sync(catalogue, SyncRules.STANDARD, Clock.systemUTC());
                long created = speed(sync, facts, Outcome.CREATED);
                long unchanged = speed(sync, facts, Outcome.UNCHANGED);
                System.out.printf(
                        "run %d: %,d tracks created: %,d/s, unchanged: %,d/s%n",
                        run, catalogue.summary().tracks(), created, unchanged);
            }
        }
    }

    /// Tracks a second. The outcomes are checked before anything is said of the speed.
    private static long speed(Sync sync, List<byte[]> facts, Outcome expected) {
        long start = System.nanoTime();
        long bytes = 0;
        for (int from = 0; from < facts.size(); from += BATCH) {
            List<TrackEnriched> batch = facts.subList(from, from + BATCH).stream()
                    .map(fact -> Wire.read(TrackEnriched.class, fact))
                    .toList();
            for (var answer : sync.on(batch)) {
                if (!(answer instanceof TrackSynced synced) || synced.outcome() != expected) {
                    throw new IllegalStateException("not " + expected + ": " + answer);
                }
                bytes += Wire.write(answer).length;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return bytes > 0 ? Math.round(facts.size() / seconds) : 0;
    }
}
