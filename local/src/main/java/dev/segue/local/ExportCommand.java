package dev.segue.local;

import dev.segue.local.history.Answers;
import dev.segue.local.history.WholeFile;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private Asking asking = new Asking();

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
        Answers answers = asking.in(context);
        if (file.isPresent()) {
            Path target = context.here().resolve(file.get());
            WholeFile.write(target, out -> export(answers, out));
            context.terminal().say("written to " + target);
        } else {
            export(answers, context.terminal().results());
            context.terminal().results().flush();
        }
        return 0;
    }

    private Instant export(Answers answers, OutputStream out) {
        if (!what.all) {
            return answers.export(what.playlist, out);
        }
        return isZip() ? answers.exportPlaylists(out) : answers.exportTracks(out);
    }

    private boolean isZip() {
        return file.filter(name -> name.toString().toLowerCase(Locale.ROOT).endsWith(".zip"))
                .isPresent();
    }
}
