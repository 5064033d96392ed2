package dev.segue.local;

import dev.segue.local.run.ProgressBars;
import dev.segue.local.run.ProgressLines;
import dev.segue.local.run.RunProgress;

/// Chooses how progress is shown.
final class Progress {

    private Progress() {}

    /// @param expected tracks that will probably be detected; 0 if nobody knows
    static RunProgress on(Terminal terminal, int expected) {
        return terminal.err()
                ? new ProgressBars(expected, terminal.columns())
                : new ProgressLines(System.err, expected);
    }
}
