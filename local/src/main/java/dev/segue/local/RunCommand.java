package dev.segue.local;

import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.local.report.BackupSummary;
import dev.segue.local.report.RunReport;
import dev.segue.local.run.AudioState;
import dev.segue.local.run.CatalogueState;
import dev.segue.local.run.Detections;
import dev.segue.local.run.Run;
import dev.segue.local.run.RunEnd;
import dev.segue.local.run.RunFollower;
import dev.segue.local.run.RunProgress;
import dev.segue.local.system.LocalSystem;
import dev.segue.local.system.Part;
import dev.segue.local.system.PipelinePlan;
import dev.segue.local.system.Plan;
import dev.segue.local.system.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes a whole backup through the whole pipeline, reports, and stops.
@Command(
        name = "run",
        description = "Take everything in a backup through the whole pipeline, report, and stop.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "BACKUP",
            description = "a directory of CSV files, or one; without it, a small sample")
    private Optional<Path> backup = Optional.empty();

    @Option(names = "--json", description = "print the report as one JSON object")
    private boolean json;

    private final Context context;

    RunCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        long began = System.nanoTime();
        Path path = backup.orElseGet(context::sample);
        var preflight = new Preflight(context);
        BackupSummary summary = preflight.backup(path);
        preflight.state();
        Ports ports = Ports.free();
        Plan plan = new PipelinePlan(context.home(), ports, context.environment(), context.here()).plan("run", path);
        var line = new StartLine(context.terminal());
        try (LocalSystem system = LocalSystem.start(plan, line)) {
            Duration starting = since(began);
            line.clear();
            RunEnd end = follow(system, ports, summary);
            Duration total = since(began);
            new Telling(context.terminal(), json, places(), question -> question.reason() + "; run it again then")
                    .of(end, tally -> RunReport.of(tally, Optional.of(summary), summary.lists(), starting, total));
            context.terminal().mention("stopping …");
        }
        return summary.damaged().isEmpty() ? 0 : Segue.PARTLY;
    }

    private RunEnd follow(LocalSystem system, Ports ports, BackupSummary summary) {
        var detections = new Detections(ports.of(Part.DETECTION), context.token());
        var run = new Run(
                detections,
                new CatalogueState(ports.of(Part.SYNC), context.token()),
                new AudioState(ports.of(Part.PROCESSING), context.token()),
                () -> system.awaitDeath(Duration.ZERO),
                context.home().logs().toString());
        var everything = new Request("BACKUP", Optional.empty(), Optional.empty(), Optional.empty());
        try (RunFollower follower = RunFollower.open("localhost:" + ports.of(Part.BROKER));
                RunProgress progress = Progress.on(context.terminal(), summary.tracks())) {
            return run.follow(follower, everything, progress);
        }
    }

    private Map<String, String> places() {
        var places = new LinkedHashMap<String, String>();
        places.put("catalogue", catalogue());
        places.put("logs", context.home().logs().toString());
        return places;
    }

    private String catalogue() {
        if (context.variable("SEGUE_CATALOGUE").filter("notion"::equals).isPresent()) {
            return "Notion " + context.variable("SEGUE_NOTION_DATA_SOURCE").orElse("");
        }
        return context.variable("SEGUE_SQL_URL")
                .map(RunCommand::withoutPassword)
                .orElseGet(() -> "sqlite3 " + context.home().catalogue());
    }

    /// A JDBC URL as it may be shown; a password may stand before the host, and among the parameters as well.
    static String withoutPassword(String url) {
        return url.replaceAll("(?i)(password=)[^&;]*", "$1***").replaceAll("://[^?]*@", "://");
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
