package dev.segue.processing.eagle;

import dev.segue.library.TrackId;
import dev.segue.processing.Journal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// All wishes, in a journal; the last line about a track counts. Thread-safe.
final class Wishes {

    private final Journal<Wish> journal;
    private final Map<TrackId, Wish> wishes = new LinkedHashMap<>();

    Wishes(Path file) {
        journal = new Journal<>(file, Wish.class);
        journal.last(wish -> wish.track().id(), _ -> true)
                .forEach(wish -> wishes.put(wish.track().id(), wish));
    }

    synchronized Optional<Wish> of(TrackId id) {
        return Optional.ofNullable(wishes.get(id));
    }

    /// Those of which something is left to do.
    synchronized List<Wish> open() {
        return wishes.values().stream().filter(wish -> !wish.done()).toList();
    }

    /// Takes the wish of its track a step on; what changes is remembered beyond any kill that comes after.
    ///
    /// @param first if there is none yet
    /// @return what it is now
    synchronized Wish change(Wish first, UnaryOperator<Wish> step) {
        TrackId id = first.track().id();
        Optional<Wish> before = of(id);
        Wish after = step.apply(before.orElse(first));
        if (!before.equals(Optional.of(after))) {
            journal.add(after);
            wishes.put(id, after);
        }
        return after;
    }
}
