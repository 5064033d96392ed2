package dev.segue.local;

import dev.segue.local.match.MatchReport;
import dev.segue.local.match.PairsFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Judges pairs of tracks. Needs no running system.
@Command(
        name = "match",
        description = "Judge pairs of tracks: is each one recording, and why? Needs no running system.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "PAIRS.csv has a header with left_title and right_title, and any of left_artist, left_album, left_duration (3:26,"
                    + " seconds or milliseconds), left_isrc, left_id, left_explicit, and the same of right; title_a and"
                    + " title_b, or title1 and title2, will do as well. With a column same (1 or 0), precision, recall and F1"
                    + " follow.",
            "",
            "Exit status: 0 all rows judged, 1 the file cannot be read, 3 some rows cannot."
        })
final class MatchCommand implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "PAIRS.csv", description = "a CSV file with two tracks a row")
    private Path pairs = Path.of("");

    @Option(names = "--json", description = "as one JSON object")
    private boolean json;

    private final Context context;

    MatchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        PairsFile judged = PairsFile.judge(pairs);
        context.terminal().results().println(json ? MatchReport.json(judged) : MatchReport.text(judged));
        return judged.bad().isEmpty() ? 0 : Segue.PARTLY;
    }
}
