package dev.segue.local.system;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What came of ending the system of a home from outside.
public sealed interface Shutdown {

    /// On a slow machine, when every service writes its class archive and the broker, too.
    Duration LONGEST = Duration.ofMinutes(2);

    /// there was none
    record Nothing() implements Shutdown {}

    /// its launcher was asked, and stopped it
    record Stopped() implements Shutdown {}

    /// it had no launcher any more
    record CleanedUp(int processes) implements Shutdown {}

    /// Ends the system of `home` and waits until it is gone.
    ///
    /// @throws Failure if it will not go
    static Shutdown of(Home home) {
        if (Processes.read(home).isEmpty() && Lock.holder(home).isEmpty()) {
            return new Nothing();
        }
        Optional<ProcessHandle> launcher = Lock.holder(home);
        if (launcher.isPresent()) {
            stop(launcher.get());
            return new Stopped();
        }
        try (Lock _ = Lock.take(home).orElseThrow(() -> new Failure("a system is just being started here"))) {
            int ended = Orphans.end(home);
            return ended == 0 ? new Nothing() : new CleanedUp(ended);
        }
    }

    private static void stop(ProcessHandle launcher) {
        launcher.destroy();
        if (!Ending.ended(List.of(launcher), LONGEST)) {
            throw new Failure("process " + launcher.pid()
                    + " does not end: look into .segue/logs, or kill -9 it and try" + " again");
        }
    }
}
