package dev.segue.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.segue.library.fact.Wire;
import dev.segue.library.history.Changes;
import dev.segue.library.history.Choice;
import dev.segue.local.history.ChangesText;
import dev.segue.local.system.Failure;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what happened to a playlist between two snapshots.
@Command(
        name = "history",
        description = "Show what happened to a playlist between two exports, or since one.",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {

    private static final int SHOWN = 50;

    @Parameters(paramLabel = "PLAYLIST", description = "as its export is called; the liked songs are \"Liked Songs\"")
    private String playlist = "";

    @Option(
            names = "--from",
            paramLabel = "WHEN",
            description =
                    "a date, a moment, a file, or \"observed\" for what the API showed last; without it, the one before")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "WHEN", description = "likewise; without it, the newest")
    private Optional<String> to = Optional.empty();

    @Option(names = "--json", description = "as one JSON object, with all entries")
    private boolean json;

    @Mixin
    private Asking asking = new Asking();

    private final Context context;

    HistoryCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String answer = asking.in(context).changes(playlist, new Choice.Question(from, to));
        context.terminal().results().print(json ? answer + "\n" : text(answer));
        context.terminal().results().flush();
        return 0;
    }

    private static String text(String answer) {
        try {
            return new ChangesText(Wire.json().readValue(answer, Changes.class), SHOWN).text();
        } catch (JsonProcessingException garbled) {
            throw new Failure("metadata-service's answer cannot be read: " + garbled.getOriginalMessage(), garbled);
        }
    }
}
