package dev.segue.local.run;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Progress as plain lines, one every other second if something has changed: for files and pipes.
public final class ProgressLines implements RunProgress {

    private static final Duration PACE = Duration.ofSeconds(2);

    private final PrintStream out;
    private String last = "";
    private Optional<Waiting> lastWaiting = Optional.empty();
    private long lastAt = System.nanoTime();
    private final TimeLeft timeLeft = new TimeLeft();
    private final int expected;

    /// @param expected tracks that will probably be detected; 0 if nobody knows
    public ProgressLines(PrintStream out, int expected) {
        this.expected = expected;
        this.out = out;
    }

    @Override
    public void show(RunTally tally) {
        Optional<Duration> left = timeLeft.at(System.nanoTime(), tally.written(), total(tally));
        if (System.nanoTime() - lastAt < PACE.toNanos() && !tally.complete()) {
            return;
        }
        String line = "detected %,d · described %,d · written down %,d · audio %,d"
                        .formatted(tally.detected(), tally.described(), tally.written(), tally.processed())
                + left.map(time -> " · " + TimeLeft.words(time)).orElse("");
        if (!line.equals(last)) {
            out.println(line);
            last = line;
        }
        lastAt = System.nanoTime();
    }

    private int total(RunTally tally) {
        return tally.allDetected() ? tally.detected() : Math.max(expected, tally.detected());
    }

    @Override
    public void waiting(Waiting what) {
        timeLeft.waits();
        if (!lastWaiting.equals(Optional.of(what))) {
            out.println(what.words(Instant.now(), ZoneId.systemDefault()));
            lastWaiting = Optional.of(what);
        }
    }

    @Override
    public void close() {}
}
