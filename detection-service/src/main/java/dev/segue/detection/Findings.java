package dev.segue.detection;

import dev.segue.library.fact.TrackDetected;
import java.util.List;

/// What a detection finds.
public sealed interface Findings {

    /// Tracks, each once.
    ///
    /// @param detected not to be changed; each may be made when it is asked for
    record Tracks(List<TrackDetected> detected) implements Findings {}

    /// Tracks of an export, which is then held against the API.
    ///
    /// @param detected as in [Tracks]
    record Checked(List<TrackDetected> detected, Question question) implements Findings {}

    /// Only the API knows.
    record Asked(Question question) implements Findings {}

    /// What was asked for is not there; `why` is for the asker.
    record Nothing(String why) implements Findings {}
}
