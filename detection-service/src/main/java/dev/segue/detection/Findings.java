package dev.segue.detection;

import dev.segue.library.fact.TrackDetected;
import java.util.List;

/// What a detection finds.
public sealed interface Findings {

    /// Tracks, each once.
    record Tracks(List<TrackDetected> detected) implements Findings {

        public Tracks {
            detected = List.copyOf(detected);
        }
    }

    /// Tracks of an export, which is then held against the API.
    record Checked(List<TrackDetected> detected, Question question) implements Findings {

        public Checked {
            detected = List.copyOf(detected);
        }
    }

    /// Only the API knows.
    record Asked(Question question) implements Findings {}

    /// What was asked for is not there; `why` is for the asker.
    record Nothing(String why) implements Findings {}
}
