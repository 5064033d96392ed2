package dev.segue.local;

import dev.segue.local.report.ReportJson;
import dev.segue.local.report.Table;
import dev.segue.local.run.CatalogueState;
import dev.segue.local.run.Waiting;
import dev.segue.local.system.Part;
import dev.segue.local.system.ProcessState;
import dev.segue.local.system.ProcessState.State;
import dev.segue.local.system.Processes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows what runs. Exit status 0 if all of it is ready.
@Command(
        name = "status",
        description = "Show what is running. Exit status 0 if all is ready.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "as one JSON object")
    private boolean json;

    private final Context context;

    StatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<ProcessState> processes = ProcessState.of(context.home(), Instant.now());
        // while it starts, those that are there may be ready, but not all are there
        boolean started =
                Processes.read(context.home()).filter(Processes::ready).isPresent();
        SourcesState sources = SourcesState.heard(context);
        Optional<Waiting.ForCatalogue> catalogue = catalogue();
        boolean up = started && processes.stream().allMatch(process -> process.state() == State.READY);
        context.terminal()
                .results()
                .println(json ? json(processes, sources, catalogue, up) : text(processes, sources, catalogue));
        sources.warnings().forEach(context.terminal()::complain);
        if (!processes.isEmpty() && !Processes.isWatched(context.home())) {
            context.terminal().complain("whoever started these was killed: ./segue down ends them");
        }
        return up ? 0 : 1;
    }

    /// What sync-service waits for; empty if for nothing, or if it does not answer.
    private Optional<Waiting.ForCatalogue> catalogue() {
        return Processes.read(context.home())
                .flatMap(system -> system.port(Part.SYNC))
                .flatMap(port -> new CatalogueState(port, context.token()).waits());
    }

    private static String json(
            List<ProcessState> processes, SourcesState sources, Optional<Waiting.ForCatalogue> catalogue, boolean up) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("up", up);
        status.put("processes", processes.stream().map(StatusCommand::json).toList());
        if (!sources.apis().isEmpty()) {
            status.put("apis", sources.apis());
        }
        catalogue.ifPresent(wait -> status.put(
                "catalogue",
                Map.of("waitsUntil", wait.until().toString(), "reason", wait.reason(), "limited", wait.passes())));
        if (!sources.warnings().isEmpty()) {
            status.put("warnings", sources.warnings());
        }
        return ReportJson.write(status);
    }

    private static Map<String, Object> json(ProcessState process) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", process.name());
        fields.put("pid", process.pid());
        fields.put("port", process.port());
        fields.put("state", word(process.state()));
        process.memory().ifPresent(bytes -> fields.put("memoryBytes", bytes));
        process.uptime().ifPresent(uptime -> fields.put("uptimeSeconds", uptime.toSeconds()));
        return fields;
    }

    private static String text(
            List<ProcessState> processes, SourcesState sources, Optional<Waiting.ForCatalogue> catalogue) {
        if (processes.isEmpty()) {
            return "nothing is running";
        }
        var table = new Table().row("name", "state", "port", "pid", "memory", "up for");
        for (ProcessState process : processes) {
            table.row(
                    process.name(),
                    word(process.state()),
                    Integer.toString(process.port()),
                    Long.toString(process.pid()),
                    process.memory().map(StatusCommand::mebibytes).orElse("–"),
                    process.uptime().map(StatusCommand::words).orElse("–"));
        }
        long all = processes.stream()
                .flatMap(process -> process.memory().stream())
                .mapToLong(Long::longValue)
                .sum();
        table.row("", "", "", "", mebibytes(all), "");
        String running = String.join("\n", table.lines(2, Integer.MAX_VALUE));
        String apis = sources.apis().isEmpty() ? "" : "\n\n" + text(sources.apis());
        return running
                + apis
                + catalogue
                        .map(wait -> "\n\n" + wait.words(Instant.now(), ZoneId.systemDefault()))
                        .orElse("");
    }

    private static String text(List<SourcesState.Api> apis) {
        var table = new Table().row("API", "calls in 24 h", "left", "");
        apis.forEach(api -> table.row(api.name(), api.calls(), api.budgetLeft(), api.standing()));
        return String.join("\n", table.lines(1, 3));
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    private static String words(Duration duration) {
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        return duration.toHours() == 0
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
