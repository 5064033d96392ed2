package dev.segue.local.containers;

import dev.segue.library.fact.Topic;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What the topics hold. Immutable.
record Facts(List<Line> lines) {

    /// One record, as [Ledger] prints it.
    ///
    /// @param time when it was written, in milliseconds
    record Line(String topic, long time, String key) {

        static Line parse(String text) {
            String[] parts = text.split("\t", 3);
            return new Line(parts[0], Long.parseLong(parts[1]), parts[2]);
        }
    }

    static Facts parse(String ledger) {
        return new Facts(ledger.lines()
                .filter(line -> line.matches("[a-z-]+\t\\d+\t.*")) // its log stands between
                .map(Line::parse)
                .toList());
    }

    /// Every track of `wanted` that has no record in `topic`.
    Set<String> lost(Topic topic, Set<String> wanted) {
        var lost = new TreeSet<>(wanted);
        lost.removeAll(keys(topic));
        return lost;
    }

    Set<String> keys(Topic topic) {
        return lines.stream()
                .filter(line -> line.topic().equals(topic.topic()))
                .map(Line::key)
                .collect(Collectors.toSet());
    }

    /// When the tracks of `wanted` had their records in `topic`.
    LongSummaryStatistics times(Topic topic, Set<String> wanted) {
        return lines.stream()
                .filter(line -> line.topic().equals(topic.topic()) && wanted.contains(line.key()))
                .mapToLong(Line::time)
                .summaryStatistics();
    }

    /// The keys of all dead letters.
    List<String> deadLetters() {
        return lines.stream()
                .filter(line -> line.topic().endsWith("-dlq"))
                .map(Line::key)
                .toList();
    }
}
