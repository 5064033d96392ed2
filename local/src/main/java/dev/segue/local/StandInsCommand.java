package dev.segue.local;

import dev.segue.local.system.Failure;
import dev.segue.testkit.StandIns;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs the stand-ins alone, until Ctrl-C.
@Command(
        name = "stand-ins",
        description = "Run the stand-ins for Spotify, SoundCloud, Notion and Eagle, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class StandInsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "BACKUP",
            description = "CSV files that say what the person likes; without it, a small sample")
    private Optional<Path> backup = Optional.empty();

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "where to listen; ${DEFAULT-VALUE} without it")
    private String host = "127.0.0.1";

    @Option(names = "--spotify-port", defaultValue = "9101", description = "${DEFAULT-VALUE} without it; 0: a free one")
    private int spotify;

    @Option(
            names = "--soundcloud-port",
            defaultValue = "9102",
            description = "${DEFAULT-VALUE} without it; 0: a free one")
    private int soundCloud;

    @Option(names = "--notion-port", defaultValue = "9103", description = "${DEFAULT-VALUE} without it; 0: a free one")
    private int notion;

    @Option(names = "--eagle-port", defaultValue = "9104", description = "${DEFAULT-VALUE} without it; 0: a free one")
    private int eagle;

    private final Context context;

    StandInsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path files = context.here().resolve(backup.orElseGet(context::sample));
        try (StandIns standIns = start(host, new StandIns.Ports(spotify, soundCloud, notion, eagle), files)) {
            tell(standIns, context.terminal());
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /// Starts them on the data in `files`.
    ///
    /// @throws Failure in one line if a port is taken or there is nothing to read
    static StandIns start(String host, StandIns.Ports ports, Path files) {
        try {
            return StandIns.start(host, ports, files);
        } catch (UncheckedIOException | IllegalArgumentException unstartable) {
            throw new Failure(String.valueOf(unstartable.getMessage()), unstartable);
        }
    }

    /// Says what runs where.
    static void tell(StandIns standIns, Terminal terminal) {
        terminal.say("stand-ins: client id, secret and token are segue-demo; /__control has faults and call counts");
        standIns.running()
                .forEach(one ->
                        terminal.say("  " + one.name() + " on http://127.0.0.1:" + one.port() + ": " + one.what()));
    }
}
