package dev.segue.processing;

import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.TrackRejected;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// How the way of a track ended.
public sealed interface Outcome {

    /// Its audio is in the output folder.
    ///
    /// @param eagle what became of it in Eagle
    record Imported(String file, Eagle.Arrival eagle) implements Outcome {

        public Imported(String file) {
            this(file, new Eagle.Arrival.Nowhere());
        }
    }

    /// There is none.
    ///
    /// @param again when it is looked for again, if that is not only when a new file comes
    record NoAudio(String why, Optional<Instant> again) implements Outcome {

        public NoAudio(String why) {
            this(why, Optional.empty());
        }
    }

    /// Another track stands for it.
    record Duplicate(TrackId other) implements Outcome {}

    /// There is only a part of it that is meant for trying.
    ///
    /// @param again when it is looked for again
    record PreviewOnly(String why, Optional<Instant> again) implements Outcome {

        public PreviewOnly(String why) {
            this(why, Optional.empty());
        }
    }

    /// It may not be copied.
    record Protected(String why, Optional<Instant> again) implements Outcome {}

    /// There is a file, but it is not the whole track.
    ///
    /// @param again when it is looked for again
    record Damaged(String why, Optional<Instant> again) implements Outcome {

        public Damaged(String why) {
            this(why, Optional.empty());
        }
    }

    /// There is a file, but it cannot be used.
    ///
    /// @param again when it is looked for again
    record Unusable(String why, Optional<Instant> again) implements Outcome {

        public Unusable(String why) {
            this(why, Optional.empty());
        }
    }

    /// It cannot be written now.
    static Outcome held(ShelfUnavailable away) {
        return new NoAudio(away.getMessage() + "; it is tried again until it can be");
    }

    /// Whether there is a date for another try.
    default boolean waits() {
        return switch (this) {
            case NoAudio(String _, Optional<Instant> again) -> again.isPresent();
            case PreviewOnly(String _, Optional<Instant> again) -> again.isPresent();
            case Protected(String _, Optional<Instant> again) -> again.isPresent();
            case Damaged(String _, Optional<Instant> again) -> again.isPresent();
            case Unusable(String _, Optional<Instant> again) -> again.isPresent();
            case Imported _, Duplicate _ -> false;
        };
    }

    /// What is said about it.
    default Fact fact(TrackId id, Instant at) {
        return switch (this) {
            case Imported(String file, Eagle.Arrival eagle) -> imported(id, file, eagle, at);
            case NoAudio(String why, Optional<Instant> again) ->
                without(id, TrackProcessed.Outcome.NO_AUDIO, dated(why, again), at);
            case Duplicate(TrackId other) ->
                without(id, TrackProcessed.Outcome.DUPLICATE, "same recording as " + other, at);
            case PreviewOnly(String why, Optional<Instant> again) ->
                without(id, TrackProcessed.Outcome.PREVIEW_ONLY, dated(why, again), at);
            case Protected(String why, Optional<Instant> again) ->
                without(id, TrackProcessed.Outcome.PROTECTED, dated(why, again), at);
            case Damaged(String why, Optional<Instant> again) ->
                without(id, TrackProcessed.Outcome.DAMAGED, dated(why, again), at);
            case Unusable(String why, Optional<Instant> again) ->
                new TrackRejected(
                        id, TrackRejected.Stage.PROCESSING, TrackRejected.Reason.FILE_UNUSABLE, dated(why, again), at);
        };
    }

    private static TrackProcessed imported(TrackId id, String file, Eagle.Arrival eagle, Instant at) {
        Optional<String> item =
                eagle instanceof Eagle.Arrival.There(String there) ? Optional.of(there) : Optional.empty();
        Optional<String> why = eagle instanceof Eagle.Arrival.Waits(String waits)
                ? Optional.of("not in Eagle: " + waits)
                : Optional.empty();
        return new TrackProcessed(id, TrackProcessed.Outcome.IMPORTED, Optional.of(file), item, why, at);
    }

    private static String dated(String why, Optional<Instant> again) {
        return again.map(at -> why + "; tried again after "
                        + at.atOffset(ZoneOffset.UTC).toLocalDate())
                .orElse(why);
    }

    private static TrackProcessed without(TrackId id, TrackProcessed.Outcome outcome, String why, Instant at) {
        return new TrackProcessed(id, outcome, Optional.empty(), Optional.empty(), Optional.of(why), at);
    }
}
