package dev.segue.local.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/// What became of the tracks of a run at one stage. Only those count that the run has detected: under its name come
/// others as well, such as one that is described again because an older song was unliked. Which is which may be known
/// later, since a fact may be read before the detection of its track. For one thread.
final class Stage<V> {

    private final Predicate<String> detected;
    private final BinaryOperator<V> both;
    private final Map<String, V> counted = new HashMap<>();
    private final Map<String, V> uncounted = new HashMap<>();

    /// @param detected whether the run has detected a track
    /// @param both     what became of a track of which this is said twice
    Stage(Predicate<String> detected, BinaryOperator<V> both) {
        this.detected = detected;
        this.both = both;
    }

    void reached(String track, V what) {
        (detected.test(track) ? counted : uncounted).merge(track, what, both);
    }

    /// The run has detected `track` just now.
    void detected(String track) {
        Optional.ofNullable(uncounted.remove(track)).ifPresent(what -> counted.put(track, what));
    }

    boolean has(String track) {
        return counted.containsKey(track);
    }

    int size() {
        return counted.size();
    }

    int count(Predicate<V> wanted) {
        return (int) counted.values().stream().filter(wanted).count();
    }

    Set<String> tracks() {
        return counted.keySet();
    }

    Collection<V> values() {
        return counted.values();
    }
}
