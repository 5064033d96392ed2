package dev.segue.local.run;

/// How a run ended for who followed it.
public sealed interface RunEnd {

    /// What was counted until then.
    RunTally tally();

    /// Every track has reached its end.
    record Complete(RunTally tally) implements RunEnd {}

    /// Nothing moves any more.
    ///
    /// @param why for people: where it is stuck, and what to look at
    record Stalled(RunTally tally, String why) implements RunEnd {}

    /// The API that alone knows cannot be asked for a long time.
    record PutOff(RunTally tally, Waiting.ForApi question) implements RunEnd {}
}
