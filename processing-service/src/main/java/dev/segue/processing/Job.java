package dev.segue.processing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.segue.library.Track;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// How far the audio of a track has come. Each state leads only to those that may follow it. Immutable, and JSON, so
/// that it outlives a kill.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Job.Wanted.class, name = "wanted"),
    @JsonSubTypes.Type(value = Job.Found.class, name = "found"),
    @JsonSubTypes.Type(value = Job.Converted.class, name = "converted"),
    @JsonSubTypes.Type(value = Job.Verified.class, name = "verified"),
    @JsonSubTypes.Type(value = Job.Tagged.class, name = "tagged")
})
public sealed interface Job {

    Track track();

    /// What it has reached, for people.
    default String state() {
        return switch (this) {
            case Wanted _ -> "wanted";
            case Found _ -> "found";
            case Converted _ -> "converted";
            case Verified _ -> "verified";
            case Tagged _ -> "tagged";
            case Ended _ -> "ended";
        };
    }

    /// There is a track.
    record Wanted(Track track) implements Job {

        Found found(Source source) {
            return new Found(track, source);
        }

        Ended ended(Outcome why) {
            return new Ended(track, why);
        }
    }

    /// One that has a file.
    sealed interface Sourced extends Job {

        Source source();
    }

    /// One of which something was made.
    sealed interface Made extends Sourced {

        /// Absent where another version made it, and kept no word of how.
        Optional<Recipe> recipe();
    }

    /// How files are made.
    ///
    /// @param loudness in LUFS; absent: as loud as their sources
    record Recipe(TargetFormat format, Optional<Double> loudness) {}

    /// There is a file of it.
    record Found(Track track, Source source) implements Sourced {

        /// @param file on the bench
        Converted converted(String file, Take heard, boolean changed, Recipe recipe) {
            return new Converted(track, source, file, heard, changed, Optional.of(recipe));
        }

        Ended ended(Outcome why) {
            return new Ended(track, why);
        }
    }

    /// It is in the format that is wanted, without proof that it is whole.
    ///
    /// @param file    on the bench
    /// @param heard   what the source sounds like
    /// @param changed whether it was converted, or only copied
    /// @param recipe  how
    record Converted(Track track, Source source, String file, Take heard, boolean changed, Optional<Recipe> recipe)
            implements Made {

        public Converted {
            Objects.requireNonNull(heard, "heard"); // another version kept none
        }

        Verified verified(Optional<String> stored) {
            return new Verified(track, source, file, stored, recipe);
        }

        Ended ended(Outcome why) {
            return new Ended(track, why);
        }
    }

    /// It is whole.
    ///
    /// @param stored the checksum of its audio, without its tags, if there is one
    /// @param recipe how it was made
    record Verified(Track track, Source source, String file, Optional<String> stored, Optional<Recipe> recipe)
            implements Made {

        Tagged tagged(String tagged) {
            return new Tagged(track, source, tagged, recipe);
        }

        Ended ended(Outcome why) {
            return new Ended(track, why);
        }
    }

    /// It says what it is.
    record Tagged(Track track, Source source, String file, Optional<Recipe> recipe) implements Made {

        Ended delivered(String name) {
            return new Ended(track, new Outcome.Imported(name));
        }
    }

    /// The audio is delivered, or it is known why not.
    record Ended(Track track, Outcome outcome) implements Job {}

    /// Where the audio of a job comes from.
    ///
    /// @param name  for people, and for the memory of what served whom
    /// @param path  the file
    /// @param stamp of a file in the inbox, where another may get its name
    record Source(String name, String path, Optional<Stamp> stamp) {

        /// Whether the file is no longer the one that was found.
        boolean changed() {
            return stamp.filter(found -> !found.isOf(Path.of(path))).isPresent();
        }

        /// The end of its name with the dot, such as `.mp3`; empty if it has none.
        public String extension() {
            String last = name.substring(name.lastIndexOf('/') + 1);
            int dot = last.lastIndexOf('.');
            return dot < 0 ? "" : last.substring(dot);
        }
    }
}
