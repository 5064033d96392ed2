package dev.segue.local;

import dev.segue.local.system.Shutdown;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Stops the system of this home.
@Command(
        name = "down",
        description = "Stop the running system, and whatever a killed one has left behind.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private final Context context;

    DownCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        switch (Shutdown.of(context.home())) {
            case Shutdown.Nothing() -> context.terminal().say("nothing is running");
            case Shutdown.Stopped() -> context.terminal().say("stopped");
            case Shutdown.CleanedUp(int processes) ->
                context.terminal().say("ended " + processes + " processes that a killed start had left behind");
        }
        return 0;
    }
}
