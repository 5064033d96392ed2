package dev.segue.local;

import dev.segue.local.system.Failure;
import dev.segue.local.system.Home;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line: `./segue`.
///
/// Exit status: 0 all went well, 1 it did not, 2 the command was not understood, 3 it went well but some of the input
/// could not be read. Whatever is wrong is said in one line; details are in `.segue/logs`.
@Command(
        name = "segue",
        description = "Keeps a music library in step: your CSV backups first, an API only for what they lack.",
        mixinStandardHelpOptions = true,
        version = "segue 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "  test [MAVEN OPTIONS]  build and test the project",
            "  images                build the container images; then: docker compose up --wait",
            "",
            "Exit status: 0 done, 1 failed, 2 not understood, 3 done, but some of the input could not be read.",
            "State (broker, catalogue, logs) is kept in .segue beside this script, or in $SEGUE_HOME."
        })
public final class Segue {

    /// Done, but some of the input could not be read.
    static final int PARTLY = 3;

    private static final Logger LOG = Logger.getLogger(Segue.class.getName());

    private Segue() {}

    public static void main(String[] arguments) {
        Path installation = Path.of(System.getProperty("segue.installation", ""));
        String directory = System.getenv().getOrDefault("SEGUE_HOME", "");
        var home = new Home(directory.isEmpty() ? installation : Path.of(directory), installation);
        LauncherLog.to(home.log("launcher"));
        System.exit(execute(home, System.getenv(), Terminal.ofProcess(), arguments));
    }

    static int execute(Home home, Map<String, String> environment, Terminal terminal, String... arguments) {
        var context = new Context(home, environment, Path.of("").toAbsolutePath(), terminal);
        try {
            return delivered(terminal, commandLine(context).execute(arguments));
        } catch (OutOfMemoryError full) {
            return outOfMemory(terminal, full);
        }
    }

    /// `status`, unless the results have not all been taken: by a disk that is full, or a reader that has gone.
    private static int delivered(Terminal terminal, int status) {
        if (terminal.results().checkError()) {
            terminal.complain("standard output did not take all of the result: is a disk full, or its reader gone?");
            return CommandLine.ExitCode.SOFTWARE;
        }
        return status;
    }

    private static CommandLine commandLine(Context context) {
        return new CommandLine(new Segue())
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new UpCommand(context))
                .addSubcommand(new DownCommand(context))
                .addSubcommand(new StatusCommand(context))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new DetectCommand.Liked(context))
                .addSubcommand(new DetectCommand.Playlist(context))
                .addSubcommand(new DetectCommand.Current(context))
                .addSubcommand(new DetectCommand.SoundCloud(context))
                .addSubcommand(new DetectCommand.Track(context))
                .addSubcommand(new LoginCommand(context))
                .addSubcommand(new RemediateCommand(context))
                .addSubcommand("notion", NotionCommand.of(context))
                .addSubcommand(new MatchCommand(context))
                .addSubcommand(new HistoryCommand(context))
                .addSubcommand(new TrendsCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(new StandInsCommand(context))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((mistake, _) -> misunderstood(context.terminal(), mistake))
                .setExecutionExceptionHandler((failure, _, _) -> failed(context.home(), context.terminal(), failure));
    }

    private static int misunderstood(Terminal terminal, CommandLine.ParameterException mistake) {
        terminal.complain(
                String.valueOf(mistake.getMessage()).lines().findFirst().orElse("what?") + "; see ./segue --help");
        return CommandLine.ExitCode.USAGE;
    }

    static int failed(Home home, Terminal terminal, Exception failure) {
        if (outOfMemory(failure)) {
            return outOfMemory(terminal, failure);
        }
        if (failure instanceof Failure told) {
            LOG.log(Level.FINE, told.line(), told);
            terminal.complain(told.line());
        } else {
            LOG.log(Level.SEVERE, "unexpected", failure);
            terminal.complain("unexpected: " + failure + "; details are in " + home.log("launcher"));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int outOfMemory(Terminal terminal, Throwable full) {
        terminal.complain("out of memory: with _JAVA_OPTIONS=-Xmx1g in the environment each process may have more");
        LOG.log(Level.SEVERE, "out of memory", full);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /// What runs out in a thread that reads files arrives as the cause of something else.
    private static boolean outOfMemory(Exception failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(OutOfMemoryError.class::isInstance);
    }
}
