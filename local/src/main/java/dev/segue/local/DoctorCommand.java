package dev.segue.local;

import dev.segue.local.doctor.BackupCheck;
import dev.segue.local.doctor.Finding;
import dev.segue.local.doctor.Findings;
import dev.segue.local.system.Failure;
import dev.segue.local.system.Part;
import dev.segue.local.system.PipelinePlan;
import dev.segue.local.system.Ports;
import dev.segue.local.system.ProcessState;
import dev.segue.local.system.Processes;
import dev.segue.testkit.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Looks at everything that may be in the way, starts nothing and changes nothing.
@Command(
        name = "doctor",
        description = "Look whether anything is in the way. Exit status 0 if nothing is.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    /// MiB that broker, services and launcher take
    private static final long MEMORY = 1500;

    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s*(\\d+) kB");

    @Parameters(
            arity = "0..1",
            paramLabel = "BACKUP",
            description = "what ./segue up would read; without it $SEGUE_CSV_DIRECTORY, ./backup, or a small sample")
    private Optional<Path> backup = Optional.empty();

    @Option(names = "--json", description = "as one JSON object")
    private boolean json;

    private final Context context;

    DoctorCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path files = context.here().resolve(context.backup(backup));
        var all = new ArrayList<Finding>();
        all.add(Finding.ok("java", Runtime.version() + " in " + System.getProperty("java.home")));
        all.add(built(files));
        all.add(state());
        memory().ifPresent(all::add);
        all.addAll(new BackupCheck(files, Instant.now()).findings());
        all.addAll(system());
        all.addAll(accounts());
        inbox().ifPresent(all::add);
        var findings = new Findings(all);
        context.terminal().results().println(json ? findings.json() : findings.text());
        return findings.problems() == 0 ? 0 : 1;
    }

    private Finding built(Path files) {
        try {
            new PipelinePlan(context.home(), Ports.standard(), context.environment(), context.here())
                    .plan("doctor", files);
            return Finding.ok(
                    "build", "all services are built in " + context.home().installation());
        } catch (Failure lacking) {
            return Finding.problem("build", lacking.line());
        }
    }

    private Finding state() {
        try {
            new Preflight(context).state();
            boolean kept = Files.exists(context.home().catalogue());
            return Finding.ok(
                    "state", context.home().state() + (kept ? ", with a catalogue" : ", no catalogue in it yet"));
        } catch (Failure unusable) {
            return Finding.problem("state", unusable.line());
        }
    }

    private static Optional<Finding> memory() {
        try {
            Matcher available = AVAILABLE.matcher(Files.readString(Path.of("/proc/meminfo")));
            if (!available.find()) {
                return Optional.empty();
            }
            long left = Long.parseLong(available.group(1)) >> 10;
            return Optional.of(
                    left < MEMORY
                            ? Finding.note("memory", left + " MiB are free; all processes together want " + MEMORY)
                            : Finding.ok("memory", left + " MiB are free"));
        } catch (IOException anotherSystem) {
            return Optional.empty();
        }
    }

    /// What runs here, or else whether something could.
    private List<Finding> system() {
        List<ProcessState> running = ProcessState.of(context.home(), Instant.now());
        if (running.isEmpty()) {
            return ports();
        }
        var findings = new ArrayList<Finding>();
        for (ProcessState process : running) {
            String where =
                    "port " + process.port() + ", its log is " + context.home().log(process.name());
            findings.add(
                    switch (process.state()) {
                        case READY -> Finding.ok(process.name(), "ready on " + where);
                        case STARTING -> Finding.problem(process.name(), "does not answer on " + where);
                        case DEAD -> Finding.problem(process.name(), "is dead; it was on " + where);
                    });
        }
        if (!Processes.isWatched(context.home())) {
            findings.add(Finding.problem("system", "whoever started it was killed: ./segue down ends it"));
        }
        SourcesState.heard(context).warnings().forEach(warning -> findings.add(Finding.problem("accounts", warning)));
        return findings;
    }

    private static List<Finding> ports() {
        var findings = new ArrayList<Finding>();
        for (Part part : Part.values()) {
            if (!FreePort.isFree(part.defaultPort())) {
                findings.add(Finding.problem(
                        "port " + part.defaultPort(),
                        "is in use, and ./segue up wants it for the " + part.label() + "; ./segue run takes any port"));
            }
        }
        return findings.isEmpty() ? List.of(Finding.ok("ports", "all are free; nothing is running here")) : findings;
    }

    private List<Finding> accounts() {
        var findings = new ArrayList<Finding>();
        findings.add(account("Spotify", "spotify", "what no export has stays as its source named it"));
        findings.add(account("SoundCloud", "soundcloud", "likes cannot be read"));
        boolean notion = context.variable("SEGUE_CATALOGUE")
                .filter("notion"::equalsIgnoreCase)
                .isPresent();
        boolean complete = context.variable("SEGUE_NOTION_TOKEN").isPresent()
                && context.variable("SEGUE_NOTION_DATA_SOURCE").isPresent();
        if (notion && !complete) {
            findings.add(Finding.problem(
                    "Notion", "is the catalogue, but SEGUE_NOTION_TOKEN or SEGUE_NOTION_DATA_SOURCE is not set"));
        }
        return findings;
    }

    private Finding account(String name, String service, String without) {
        if (context.variable("SEGUE_" + service.toUpperCase(java.util.Locale.ROOT) + "_CLIENT_ID")
                .isEmpty()) {
            return Finding.ok(name, "not configured: " + without);
        }
        return Files.exists(context.home().login(service))
                ? Finding.ok(name, "configured, and logged in once")
                : Finding.note(name, "configured, but nobody is logged in: ./segue login " + service);
    }

    private Optional<Finding> inbox() {
        return context.variable("SEGUE_AUDIO_INBOX").map(inbox -> {
            Path directory = context.here().resolve(inbox);
            return Files.isDirectory(directory) && Files.isReadable(directory)
                    ? Finding.ok("audio inbox", directory.toString())
                    : Finding.problem("audio inbox", directory + " is no directory that can be read");
        });
    }
}
