package dev.segue.library.fact;

import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.Optional;

/// The end of a track's way: its audio is there, or it is known why not.
///
/// @param file      where the audio is, relative to the output directory; only if imported
/// @param eagleItem the item in Eagle; only if imported there
/// @param detail    for people: what was found, or what was missing
public record TrackProcessed(
        TrackId id,
        Outcome outcome,
        Optional<String> file,
        Optional<String> eagleItem,
        Optional<String> detail,
        Instant at)
        implements Fact {

    /// How it ended.
    public enum Outcome {
        IMPORTED,
        NO_AUDIO,
        DUPLICATE,
        PREVIEW_ONLY,
        PROTECTED,
        DAMAGED
    }

    @Override
    public String key() {
        return id.toString();
    }
}
