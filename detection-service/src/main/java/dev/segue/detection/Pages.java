package dev.segue.detection;

import dev.segue.detection.Spotify.Entries;
import dev.segue.library.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/// Reads a list page by page, and goes on where it was when a page could not be had. For one thread.
///
/// A list whose length changes meanwhile is read again from its start: what shifts from page to page may be missed.
final class Pages {

    private static final int RESTARTS = 3;

    private final IntFunction<Outcome<Entries>> page;
    private final Predicate<List<Track>> enough;
    private final List<Track> read = new ArrayList<>();
    private Optional<Integer> next = Optional.of(0);
    private Optional<Integer> total = Optional.empty();
    private int restarts;

    /// @param page   asks for the page at an offset
    /// @param enough whether to stop after a page of these
    Pages(IntFunction<Outcome<Entries>> page, Predicate<List<Track>> enough) {
        this.page = page;
        this.enough = enough;
    }

    /// What is already there of the list.
    Pages startingWith(Entries first) {
        take(first);
        return this;
    }

    /// Reads to the end, or until it is enough.
    ///
    /// @return the tracks so far read and the length of the list; or why not
    Outcome<Entries> toTheEnd() {
        while (next.isPresent()) {
            Outcome<Entries> outcome = page.apply(next.get());
            if (!(outcome instanceof Outcome.Answer<Entries>(Entries entries))) {
                return outcome;
            }
            if (total.filter(before -> before != entries.total()).isPresent() && restarts < RESTARTS) {
                restart();
            } else {
                take(entries);
            }
        }
        return new Outcome.Answer<>(new Entries(read, total.orElse(0), Optional.empty()));
    }

    private void restart() {
        restarts++;
        read.clear();
        total = Optional.empty();
        next = Optional.of(0);
    }

    private void take(Entries entries) {
        read.addAll(entries.tracks());
        total = Optional.of(entries.total());
        next = enough.test(entries.tracks()) ? Optional.empty() : entries.next();
    }
}
