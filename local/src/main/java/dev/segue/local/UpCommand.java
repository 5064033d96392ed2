package dev.segue.local;

import dev.segue.local.system.Failure;
import dev.segue.local.system.LocalSystem;
import dev.segue.local.system.Part;
import dev.segue.local.system.PipelinePlan;
import dev.segue.local.system.Plan;
import dev.segue.local.system.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Starts a system that stays, on the ports that everybody knows.
@Command(
        name = "up",
        description = "Start the system and keep it running until Ctrl-C or ./segue down.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Parameters(
            arity = "0..1",
            paramLabel = "BACKUP",
            description = "a directory of CSV files; without it $SEGUE_CSV_DIRECTORY, ./backup, or a small sample")
    private Optional<Path> backup = Optional.empty();

    @Option(
            names = {"-d", "--detach"},
            description = "return when all is ready")
    private boolean detached;

    @Option(
            names = "--demo",
            description = "with stand-ins for Spotify, SoundCloud, Notion and Eagle: no account is needed")
    private boolean demo;

    private final Context context;

    UpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path files = context.here().resolve(context.backup(backup));
        var preflight = new Preflight(context);
        preflight.exists(files);
        preflight.state();
        if (detached) {
            return new Detached(context).up(files, demo);
        }
        return demo ? stayWithStandIns(files) : stay(files, context.environment(), () -> {});
    }

    private int stayWithStandIns(Path files) {
        try (Demo _ = Demo.start(files, context.terminal())) {
            return stay(files, Demo.furnished(context), () -> {
                if (Demo.asks(context.environment())) {
                    Demo.logIn(Part.DETECTION.defaultPort(), context.token().orElse(""));
                }
            });
        }
    }

    private int stay(Path files, Map<String, String> environment, Runnable whenUp) {
        Plan plan = new PipelinePlan(context.home(), Ports.standard(), environment, context.here())
                .plan(demo ? Demo.MODE : "up", files);
        var line = new StartLine(context.terminal());
        try (LocalSystem system = LocalSystem.start(plan, line, whenUp)) {
            line.clear();
            context.terminal().say("up: " + files + " is the backup; Ctrl-C or ./segue down ends it");
            for (Part part : Part.values()) {
                context.terminal().say("  " + part.label() + " on port " + part.defaultPort());
            }
            throw death(system);
        }
    }

    private static Failure death(LocalSystem system) {
        Optional<Failure> death = Optional.empty();
        while (death.isEmpty()) {
            death = system.awaitDeath(PATIENCE);
        }
        return death.get();
    }
}
