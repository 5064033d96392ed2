package dev.segue.sync.kafka;

import dev.segue.library.TrackId;
import dev.segue.library.fact.FactBatch;
import dev.segue.library.fact.FactBatch.Item;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.sync.CatalogueUnavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Facts that wait, in the order in which they came. Those of a track that is held let all others pass, and none of
/// their own. Thread-safe.
final class Line {

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Map<TrackId, Held> held = new HashMap<>();

    /// A batch, and how many of its facts still wait.
    private static final class Batch {

        private final FactBatch<TrackEnriched> facts;
        private int left;

        private Batch(FactBatch<TrackEnriched> facts) {
            this.facts = facts;
            this.left = facts.items().size();
        }
    }

    /// A fact that waits. Found by identity, as the hot path could not afford to compare facts.
    static final class Waiting {

        private final Batch of;
        private final Item<TrackEnriched> item;

        private Waiting(Batch of, Item<TrackEnriched> item) {
            this.of = of;
            this.item = item;
        }

        FactBatch<TrackEnriched> batch() {
            return of.facts;
        }

        Item<TrackEnriched> item() {
            return item;
        }

        private TrackId track() {
            return item.fact().track().id();
        }
    }

    /// @param until by [System#nanoTime()]
    private record Held(long until, CatalogueUnavailable why) {

        private long left() {
            return until - System.nanoTime();
        }
    }

    synchronized void add(FactBatch<TrackEnriched> facts) {
        var batch = new Batch(facts);
        facts.items().forEach(item -> waiting.add(new Waiting(batch, item)));
    }

    /// How many wait, the held ones among them.
    synchronized int size() {
        return waiting.size();
    }

    /// The first `most` that may go on; none if they are less than `least`.
    synchronized List<Waiting> first(int least, int most) {
        List<Waiting> first = free().limit(Math.max(least, most)).toList();
        return first.size() < least ? List.of() : first.subList(0, Math.min(most, first.size()));
    }

    private Stream<Waiting> free() {
        if (held.isEmpty()) {
            return waiting.stream(); // nearly always
        }
        held.values().removeIf(one -> one.left() <= 0);
        return waiting.stream().filter(one -> !held.containsKey(one.track()));
    }

    /// It has been answered.
    ///
    /// @return whether no other of its batch waits
    synchronized boolean remove(Waiting one) {
        waiting.removeFirstOccurrence(one);
        one.of.left--;
        return one.of.left == 0;
    }

    /// The facts of `track` wait for so long.
    synchronized void hold(TrackId track, Duration pause, CatalogueUnavailable why) {
        held.put(track, new Held(System.nanoTime() + pause.toNanos(), why));
    }

    /// What is waited for if nothing can go on before; empty if something can, or nothing waits.
    synchronized Optional<CatalogueUnavailable> onlyHeld() {
        return waiting.isEmpty() || free().findAny().isPresent()
                ? Optional.empty()
                : held.values().stream()
                        .min(Comparator.comparingLong(Held::left))
                        .map(Held::why);
    }
}
