package dev.segue.processing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A file that the person brought, and what it says of itself: in its tags, else in its name `Artist - Title`.
/// Immutable.
///
/// @param name     its path inside the inbox, with `/`
/// @param stamp    its size and time
/// @param artists  as tagged; one text may name several
/// @param duration as its header says
/// @param flaw     why it cannot be used, if so
public record InboxFile(
        String name,
        Stamp stamp,
        Optional<String> isrc,
        Optional<String> title,
        List<String> artists,
        Optional<Duration> duration,
        Optional<String> flaw) {

    public InboxFile {
        artists = List.copyOf(artists);
    }

    /// The end of its name with the dot, such as `.mp3`; empty if it has none.
    public String extension() {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot);
    }
}
