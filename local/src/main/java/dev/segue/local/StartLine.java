package dev.segue.local;

import dev.segue.local.system.StartProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;

/// Shows a start in one line that grows, or in plain lines where there is no terminal. For one thread.
final class StartLine implements StartProgress {

    private static final Duration PACE = Duration.ofMillis(200);

    private final Terminal terminal;
    private final StringJoiner ready = new StringJoiner(" · ");
    private Duration shown = Duration.ZERO;

    StartLine(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void cleanedUp(int processes) {
        terminal.say("ended " + processes + (processes == 1 ? " process" : " processes")
                + " that a killed start had left behind");
    }

    @Override
    public void starting(String name) {}

    @Override
    public void ready(String name, Duration after) {
        String entry = name.replace("-service", "") + " " + seconds(after);
        ready.add(entry);
        if (!terminal.err()) {
            terminal.say(name + " ready after " + seconds(after));
        }
    }

    @Override
    public void waiting(Duration since) {
        if (since.minus(shown).compareTo(PACE) > 0) {
            shown = since;
            terminal.mention("starting " + seconds(since) + (ready.length() == 0 ? "" : " · " + ready));
        }
    }

    /// Leaves the terminal as it was.
    void clear() {
        terminal.mention("");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
