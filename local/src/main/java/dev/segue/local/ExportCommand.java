package dev.segue.local;

import static dev.segue.local.history.Questions.encoded;

import dev.segue.local.history.Questions;
import dev.segue.local.history.WholeFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a playlist, or everything, as CSV again.
@Command(
        name = "export",
        description = "Write a playlist, or everything, as a CSV file, with all that is known now.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where to; with --all, FILE.zip gets one CSV file a playlist. Without it, standard output")
    private Optional<Path> file = Optional.empty();

    private final Context context;

    ExportCommand(Context context) {
        this.context = context;
    }

    private static final class What {

        @Parameters(
                paramLabel = "PLAYLIST",
                description = "as its export is called; the liked songs are \"Liked Songs\"")
        private String playlist = "";

        @Option(names = "--all", description = "every track that is known")
        private boolean all;
    }

    @Override
    public Integer call() {
        Questions questions = Asking.of(context);
        String path = what.all ? everything() : "/export/" + encoded(what.playlist) + ".csv";
        if (file.isPresent()) {
            Path target = context.here().resolve(file.get());
            WholeFile.write(target, out -> questions.copy(path, out));
            context.terminal().say("written to " + target);
        } else {
            questions.copy(path, context.terminal().results());
            context.terminal().results().flush();
        }
        return 0;
    }

    private String everything() {
        boolean zip = file.filter(
                        name -> name.toString().toLowerCase(Locale.ROOT).endsWith(".zip"))
                .isPresent();
        return zip ? "/export.zip" : "/export.csv";
    }
}
