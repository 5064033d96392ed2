package dev.segue.library.match;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// How long it takes to group a million tracks, to judge two that are prepared, and to find the one that a new
/// description is. Prints every run. To be run as a plain main class from the test classes; the argument, if there is
/// one, is how many tracks.
final class MatchBenchmark {

    private static final int RUNS = 5;
    private static final int LOOKUPS = 200_000;
    private static final List<String> WORDS = List.of(
            "night", "bus", "sea", "paper", "boat", "yellow", "seven", "harbour", "silver", "again", "home", "letter",
            "north", "window", "river", "glass", "winter", "stone", "garden", "light");

    private MatchBenchmark() {}

    public static void main(String[] arguments) {
        int tracks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        List<Recording> recordings =
                IntStream.range(0, tracks).mapToObj(MatchBenchmark::recording).toList();
        for (int run = 1; run <= RUNS; run++) {
            long start = System.nanoTime();
            MatchIndex index = MatchIndex.of(tracks, recordings::get);
            double grouping = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "run %d: %,d tracks grouped in %.2f s, %,d duplicates; find %.0f ns, judge prepared %.0f ns, first %.0f"
                            + " ns%n",
                    run,
                    tracks,
                    grouping,
                    index.firsts().size(),
                    find(index, recordings),
                    judge(recordings),
                    first(index, tracks));
        }
    }

    private static double find(MatchIndex index, List<Recording> recordings) {
        var random = new Random(11);
        long start = System.nanoTime();
        for (int n = 0; n < LOOKUPS; n++) {
            Recording wanted = recordings.get(random.nextInt(recordings.size())).anonymous();
            if (index.find(wanted).isEmpty()) {
                throw new IllegalStateException("not found: " + wanted);
            }
        }
        return (System.nanoTime() - start) / (double) LOOKUPS;
    }

    private static double judge(List<Recording> recordings) {
        List<Fingerprint> prepared = recordings.stream()
                .limit(10_000)
                .map(Recording::anonymous)
                .map(Fingerprint::of)
                .toList();
        long start = System.nanoTime();
        int same = 0;
        for (int n = 0; n < LOOKUPS; n++) {
            Fingerprint one = prepared.get(n % prepared.size());
            same += Matching.judge(one, prepared.get((n + (n & 1)) % prepared.size()))
                            .isSame()
                    ? 1
                    : 0;
        }
        if (same < LOOKUPS / 2) {
            throw new IllegalStateException("only " + same);
        }
        return (System.nanoTime() - start) / (double) LOOKUPS;
    }

    private static double first(MatchIndex index, int tracks) {
        var random = new Random(12);
        long sum = 0;
        long start = System.nanoTime();
        for (int n = 0; n < LOOKUPS; n++) {
            sum += index.first(random.nextInt(tracks));
        }
        double nanos = (System.nanoTime() - start) / (double) LOOKUPS;
        return sum > 0 ? nanos : 0;
    }

    /// One in twenty is an earlier one under another name.
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
