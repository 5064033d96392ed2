package dev.segue.local;

import dev.segue.local.history.Answers;
import dev.segue.local.history.BackupAnswers;
import dev.segue.local.history.Questions;
import dev.segue.local.report.BackupSummary;
import dev.segue.local.system.Failure;
import dev.segue.local.system.Part;
import dev.segue.local.system.Processes;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Whom a command asks about the library: the running system, or a backup.
final class Asking {

    @Option(
            names = "--backup",
            paramLabel = "BACKUP",
            description = "ask these CSV files instead of a running system; what only the API knows is missing then")
    private Optional<Path> backup = Optional.empty();

    /// @throws Failure if nothing is running, or the backup cannot be read
    Answers in(Context context) {
        if (backup.isPresent()) {
            Path path = context.here().resolve(backup.get());
            BackupAnswers answers = BackupAnswers.of(path);
            BackupSummary summary = BackupSummary.of(answers.library());
            summary.nothingReadable(path).ifPresent(why -> {
                throw new Failure(why);
            });
            summary.complaints().forEach(context.terminal()::complain);
            return answers;
        }
        int port = Processes.read(context.home())
                .flatMap(system -> system.port(Part.METADATA))
                .orElseThrow(() -> new Failure(
                        "nothing is running here: start it with ./segue up, or name your files with --backup"));
        return new Questions(port, context.token());
    }
}
