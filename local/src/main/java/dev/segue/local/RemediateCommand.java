package dev.segue.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.local.remediate.FindingsText;
import dev.segue.local.remediate.RemediationCalls;
import dev.segue.local.run.Waiting;
import dev.segue.local.system.Failure;
import dev.segue.local.system.Part;
import dev.segue.local.system.Processes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Holds the catalogue against what is known, and puts it right if asked to. Exit status 0 if all is as it should be
/// then, 3 if not.
@Command(
        name = "remediate",
        description = {
            "Hold every page of the catalogue against what is known, with a running system.",
            "Exit status 0 if all is as it should be then, 3 if not."
        },
        mixinStandardHelpOptions = true)
final class RemediateCommand implements Callable<Integer> {

    @Option(names = "--fix", description = "put right what is found: differences, and tracks without a page")
    private boolean fix;

    @Option(names = "--json", description = "print the report as one JSON object")
    private boolean json;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "50",
            description = "findings shown; ${DEFAULT-VALUE} without it")
    private int shown;

    private final Context context;

    RemediateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        int port = Processes.read(context.home())
                .flatMap(system -> system.port(Part.SYNC))
                .orElseThrow(() -> new Failure("nothing is running here: start it with ./segue up"));
        var calls = new RemediationCalls(port, context.token());
        JsonNode report = calls.await(calls.begin(fix), this::mention, this::mentionSilence);
        context.terminal().mention("");
        String text = json
                ? report + "\n"
                : new FindingsText(report, shown, "http://127.0.0.1:" + port + "/remediations/").text();
        context.terminal().results().print(text);
        context.terminal().results().flush();
        Optional<String> reason = Optional.of(report.path("reason").asText("")).filter(why -> !why.isEmpty());
        reason.ifPresent(why -> {
            throw new Failure("the remediation failed: " + why);
        });
        return FindingsText.left(report) == 0 ? 0 : Segue.PARTLY;
    }

    private void mention(JsonNode report) {
        context.terminal().mention(progress(report, Instant.now(), ZoneId.systemDefault()));
    }

    private void mentionSilence() {
        context.terminal().mention("sync-service does not answer; when it is back, the remediation goes on");
    }

    /// How far it is, or for what it waits and until when, in one line.
    static String progress(JsonNode report, Instant now, ZoneId zone) {
        String waiting = report.path("waiting").asText("");
        if (waiting.isEmpty()) {
            return FindingsText.progress(report);
        }
        String reason = waiting.lines().findFirst().orElse("");
        String until = report.path("waitsUntil").asText("");
        return until.isEmpty()
                ? "waiting: " + reason
                : "waiting until " + Waiting.time(Instant.parse(until), now, zone) + ": " + reason;
    }
}
