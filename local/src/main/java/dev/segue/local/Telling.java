package dev.segue.local;

import dev.segue.local.report.ReportJson;
import dev.segue.local.report.ReportText;
import dev.segue.local.report.RunReport;
import dev.segue.local.run.RunEnd;
import dev.segue.local.run.RunTally;
import dev.segue.local.run.Waiting;
import dev.segue.local.system.Failure;
import java.util.Map;
import java.util.function.Function;

/// Tells a person what came of a run: the report, and after it, in one line, why there is no more in it.
///
/// @param json   the report as one JSON object
/// @param places what the person may look at afterwards
/// @param later  what is said of a question that was put off
record Telling(Terminal terminal, boolean json, Map<String, String> places, Function<Waiting.ForApi, String> later) {

    /// @throws Failure if not every track has reached its end
    void of(RunEnd end, Function<RunTally, RunReport> report) {
        switch (end) {
            case RunEnd.Complete(RunTally tally) -> print(report.apply(tally));
            case RunEnd.Stalled(RunTally tally, String why) -> {
                print(report.apply(tally));
                throw new Failure(why);
            }
            case RunEnd.PutOff(RunTally tally, Waiting.ForApi question) -> {
                if (json || tally.detected() > 0) {
                    print(report.apply(tally));
                }
                throw new Failure(later.apply(question));
            }
        }
    }

    private void print(RunReport report) {
        String text = json ? ReportJson.of(report) + "\n" : new ReportText(terminal.coloursOnOut()).of(report, places);
        terminal.results().print(text);
        terminal.results().flush();
    }
}
