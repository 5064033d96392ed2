package dev.segue.local.run;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Progress as four bars, one a stage. For one thread.
public final class ProgressBars implements RunProgress {

    private static final int WIDEST = 100;
    private static final int PACE_MS = 150;

    private final List<ProgressBar> bars;
    private final int expected;
    private final TimeLeft timeLeft = new TimeLeft();

    /// Bars that are empty.
    ///
    /// @param expected tracks that will probably be detected; 0 if nobody knows
    /// @param columns  of the terminal
    public ProgressBars(int expected, int columns) {
        this.expected = expected;
        this.bars = List.of(
                bar("detect    ", columns),
                bar("describe  ", columns),
                bar("write down", columns),
                bar("audio     ", columns));
    }

    private ProgressBar bar(String name, int columns) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(expected > 0 ? expected : -1)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(PACE_MS)
                .setMaxRenderedLength(Math.min(columns - 1, WIDEST))
                .hideEta()
                .build();
    }

    @Override
    public void show(RunTally tally) {
        int total = tally.allDetected() ? tally.detected() : Math.max(expected, tally.detected());
        bars.forEach(bar -> bar.maxHint(total).setExtraMessage(""));
        bars.get(0).stepTo(tally.detected());
        bars.get(1).stepTo(tally.described());
        bars.get(2).stepTo(tally.written());
        bars.get(2)
                .setExtraMessage(timeLeft.at(System.nanoTime(), tally.written(), total)
                        .map(TimeLeft::words)
                        .orElse(""));
        bars.get(3).stepTo(tally.processed() + tally.rejected());
    }

    @Override
    public void waiting(Waiting what) {
        timeLeft.waits();
        int stage = switch (what) {
            case Waiting.ForApi _ -> 0;
            case Waiting.ForCatalogue _ -> 2;
            case Waiting.ForAudio _ -> 3;
        };
        bars.get(stage).setExtraMessage(what.words(Instant.now(), ZoneId.systemDefault()));
    }

    @Override
    public void close() {
        bars.forEach(ProgressBar::close);
    }
}
