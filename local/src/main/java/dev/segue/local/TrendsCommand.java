package dev.segue.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.segue.library.fact.Wire;
import dev.segue.library.history.Trends;
import dev.segue.local.history.Answers;
import dev.segue.local.history.TrendsText;
import dev.segue.local.system.Failure;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows how a playlist, or the whole library, changed over time.
@Command(
        name = "trends",
        description = "Show how the library changed over all its exports.",
        mixinStandardHelpOptions = true)
final class TrendsCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "PLAYLIST", description = "without it, the whole library")
    private Optional<String> playlist = Optional.empty();

    @Option(names = "--json", description = "as one JSON object")
    private boolean json;

    @Mixin
    private Asking asking = new Asking();

    private final Context context;

    TrendsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Answers answers = asking.in(context);
        String answer = playlist.map(answers::trends).orElseGet(answers::trends);
        context.terminal().results().print(json ? answer + "\n" : text(answer));
        context.terminal().results().flush();
        return 0;
    }

    private static String text(String answer) {
        try {
            return new TrendsText(Wire.json().readValue(answer, Trends.class)).text();
        } catch (JsonProcessingException garbled) {
            throw new Failure("metadata-service's answer cannot be read: " + garbled.getOriginalMessage(), garbled);
        }
    }
}
