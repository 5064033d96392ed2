package dev.segue.local;

import dev.segue.local.system.ServiceProgram;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What concerns the catalogue in Notion.
@Command(
        name = "notion",
        description = "Prepare a catalogue in Notion.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class NotionCommand {

    private NotionCommand() {}

    static CommandLine of(Context context) {
        return new CommandLine(new NotionCommand()).addSubcommand(new Init(context));
    }

    /// Makes the database, or completes one. The system need not be running.
    @Command(
            name = "init",
            description = "Make the database of tracks in Notion, or add what one lacks. Wants SEGUE_NOTION_TOKEN.",
            mixinStandardHelpOptions = true)
    static final class Init implements Callable<Integer> {

        @Parameters(
                arity = "0..1",
                paramLabel = "WHERE",
                description =
                        "link or id of the page that shall hold it, or of a database; without it, the one in the settings, or the only one that is shared with your integration")
        private Optional<String> where = Optional.empty();

        private final Context context;

        private Init(Context context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            return new ServiceProgram(context.home(), context.environment(), context.here())
                    .run(ServiceProgram.Program.NOTION_INIT, where.map(List::of).orElseGet(List::of));
        }
    }
}
