package dev.segue.processing;

import dev.segue.library.fact.Fact;

/// Says something that nobody asked for just now, such as that a file has come to Eagle. Thread-safe.
public interface Announcement {

    /// Puts the fact on its way.
    void say(Fact fact);
}
