package dev.segue.processing.eagle;

import dev.segue.library.Track;
import java.time.Instant;
import java.util.Optional;

/// A file that shall come to Eagle. Immutable.
///
/// @param file  in the output folder
/// @param asked when Eagle was asked for it last
/// @param times how often
/// @param item  if it is there
record Wish(Track track, String file, Optional<Instant> asked, int times, Optional<String> item) {

    Wish asked(Instant at) {
        return new Wish(track, file, Optional.of(at), times + 1, item);
    }

    Wish granted(String id) {
        return new Wish(track, file, asked, times, Optional.of(id));
    }
}
