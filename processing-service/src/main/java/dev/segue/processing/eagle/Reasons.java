package dev.segue.processing.eagle;

import dev.segue.library.TrackId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Why files are not in Eagle, as it said last, for people. Thread-safe.
final class Reasons {

    private final Map<TrackId, String> refused = new ConcurrentHashMap<>();
    private volatile Optional<String> away = Optional.empty();

    /// Nothing can be asked of it now.
    void away(String why) {
        away = Optional.of(why);
    }

    void refused(Wish wish, String why) {
        away = Optional.empty();
        refused.put(wish.track().id(), why);
    }

    /// It answered, and did not refuse this one. What it said before is kept for one that is given up.
    void answered(Wish wish) {
        away = Optional.empty();
        if (!wish.isGivenUp()) {
            refused.remove(wish.track().id());
        }
    }

    String of(Wish wish) {
        String why = Optional.ofNullable(refused.get(wish.track().id()))
                .or(() -> away)
                .orElse("it has not shown there yet");
        return wish.isGivenUp() ? "given up after " + Wish.MOST_TIMES + " tries: " + why : why;
    }
}
