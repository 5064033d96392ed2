package dev.segue.library.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// How long it takes to group half a million recordings, to judge two that are prepared, to name the one that stands
/// for
/// another, and to find the one that a new description is, by JMH.
///
/// ```
/// ./mvnw -Pbenchmark verify -am -pl library -Dit.test=MatchBenchmark
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MatchBenchmark {

    private static final int RECORDINGS = Integer.getInteger("segue.benchmark.recordings", 500_000);
    private static final int QUESTIONS = 1 << 14;
    private static final List<String> WORDS = List.of(
            "night", "bus", "sea", "paper", "boat", "yellow", "seven", "harbour", "silver", "again", "home", "letter",
            "north", "window", "river", "glass", "winter", "stone", "garden", "light");

    @Test
    void matching() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include("\\." + MatchBenchmark.class.getSimpleName() + "\\.")
                        .jvmArgs("-Xmx1g", "-XX:+UseTransparentHugePages")
                        .build())
                .run();
    }

    /// The recordings; one in twenty is an earlier one under another name.
    @State(Scope.Benchmark)
    public static class Recordings {

        private final List<Recording> all = IntStream.range(0, RECORDINGS)
                .mapToObj(MatchBenchmark::recording)
                .toList();
        private int turn;

        private int next(int below) {
            turn = (turn + 1) & (QUESTIONS - 1);
            return (int) (turn * 7919L % below);
        }
    }

    /// The same, grouped, and some of them prepared.
    @State(Scope.Benchmark)
    public static class Grouped {

        private MatchIndex index = MatchIndex.of(0, _ -> {
            throw new IllegalStateException("asked of an empty index");
        });
        private List<Fingerprint> prepared = List.of();

        @Setup
        public void group(Recordings recordings) {
            index = MatchIndex.of(RECORDINGS, recordings.all::get);
            prepared = recordings.all.stream()
                    .limit(QUESTIONS)
                    .map(Recording::anonymous)
                    .map(Fingerprint::of)
                    .toList();
            assertThat(index.firsts().size()).isGreaterThanOrEqualTo(RECORDINGS / 20);
            recordings.all.stream()
                    .limit(QUESTIONS)
                    .forEach(recording ->
                            assertThat(index.find(recording.anonymous())).isPresent());
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public MatchIndex group(Recordings recordings) {
        return MatchIndex.of(RECORDINGS, recordings.all::get);
    }

    @Benchmark
    public Optional<MatchIndex.Found> find(Recordings recordings, Grouped grouped) {
        return grouped.index.find(
                recordings.all.get(recordings.next(RECORDINGS)).anonymous());
    }

    @Benchmark
    public Verdict judge(Recordings recordings, Grouped grouped) {
        int one = recordings.next(QUESTIONS);
        return Matching.judge(grouped.prepared.get(one), grouped.prepared.get(one ^ (one & 1)));
    }

    @Benchmark
    public int first(Recordings recordings, Grouped grouped) {
        return grouped.index.first(recordings.next(RECORDINGS));
    }

    private static Recording recording(int number) {
        boolean again = number % 20 == 19;
        var random = new Random(again ? number - 7 : number);
        String title = words(random, 3) + ' ' + random.nextInt(1000);
        String artist = words(random, 2) + ' ' + random.nextInt(500);
        return new Recording(
                Optional.of("spotify:" + number),
                Optional.of(again ? title + " - 2011 Remaster" : title),
                List.of(artist),
                Optional.of(words(random, 2)),
                Optional.of(Duration.ofMillis(150_000 + random.nextInt(100_000))),
                Optional.of("SEXYZ%07d".formatted(number)),
                Optional.of(false));
    }

    private static String words(Random random, int count) {
        var words = new StringBuilder();
        for (int word = 0; word < count; word++) {
            words.append(word == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words.toString();
    }
}
