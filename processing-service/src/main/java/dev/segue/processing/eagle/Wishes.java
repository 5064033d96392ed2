package dev.segue.processing.eagle;

import dev.segue.library.TrackId;
import dev.segue.processing.Journal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All wishes, in a journal; the last line about a track counts. Thread-safe.
final class Wishes {

    private final Journal<Wish> journal;
    private final Map<TrackId, Wish> wishes = new LinkedHashMap<>();

    Wishes(Path file) {
        journal = new Journal<>(file, Wish.class);
        journal.read().forEach(wish -> wishes.put(wish.track().id(), wish));
    }

    synchronized Optional<Wish> of(TrackId id) {
        return Optional.ofNullable(wishes.get(id));
    }

    synchronized List<Wish> open() {
        return wishes.values().stream().filter(wish -> wish.item().isEmpty()).toList();
    }

    /// Remembers it beyond any kill that comes after.
    synchronized void keep(Wish wish) {
        journal.add(wish);
        wishes.put(wish.track().id(), wish);
    }
}
