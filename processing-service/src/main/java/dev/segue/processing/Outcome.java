package dev.segue.processing;

import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.TrackRejected;
import java.time.Instant;
import java.util.Optional;

/// How the way of a track ended.
public sealed interface Outcome {

    /// Its audio is in the output folder.
    record Imported(String file) implements Outcome {}

    /// There is none.
    record NoAudio(String why) implements Outcome {}

    /// Another track stands for it.
    record Duplicate(TrackId other) implements Outcome {}

    /// There is a file, but it cannot be used.
    record Unusable(String why) implements Outcome {}

    /// What is said about it.
    default Fact fact(TrackId id, Instant at) {
        return switch (this) {
            case Imported(String file) ->
                processed(id, TrackProcessed.Outcome.IMPORTED, Optional.of(file), Optional.empty(), at);
            case NoAudio(String why) ->
                processed(id, TrackProcessed.Outcome.NO_AUDIO, Optional.empty(), Optional.of(why), at);
            case Duplicate(TrackId other) ->
                processed(
                        id,
                        TrackProcessed.Outcome.DUPLICATE,
                        Optional.empty(),
                        Optional.of("same recording as " + other),
                        at);
            case Unusable(String why) ->
                new TrackRejected(id, TrackRejected.Stage.PROCESSING, TrackRejected.Reason.FILE_UNUSABLE, why, at);
        };
    }

    private static TrackProcessed processed(
            TrackId id, TrackProcessed.Outcome outcome, Optional<String> file, Optional<String> detail, Instant at) {
        return new TrackProcessed(id, outcome, file, Optional.empty(), detail, at);
    }
}
