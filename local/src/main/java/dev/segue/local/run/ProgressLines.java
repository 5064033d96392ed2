package dev.segue.local.run;

import java.io.PrintStream;
import java.time.Duration;

/// Progress as plain lines, one every other second if something has changed: for files and pipes.
public final class ProgressLines implements RunProgress {

    private static final Duration PACE = Duration.ofSeconds(2);

    private final PrintStream out;
    private String last = "";
    private long lastAt = System.nanoTime();

    public ProgressLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void show(RunTally tally) {
        if (System.nanoTime() - lastAt < PACE.toNanos() && !tally.complete()) {
            return;
        }
        String line = "detected %,d · described %,d · written down %,d · audio %,d"
                .formatted(tally.detected(), tally.described(), tally.written(), tally.processed());
        if (!line.equals(last)) {
            out.println(line);
            last = line;
        }
        lastAt = System.nanoTime();
    }

    @Override
    public void close() {}
}
