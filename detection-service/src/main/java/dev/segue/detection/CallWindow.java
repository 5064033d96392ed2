package dev.segue.detection;

import dev.segue.library.fact.ApiStatus.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The calls of the last 24 hours. For one thread.
///
/// Calls are counted by slots of ten minutes, so that a restart finds the same count again; each counts until the last
/// of its slot is a day old. What a clock that was ahead has left in the future counts from now.
final class CallWindow {

    private static final Duration LENGTH = Duration.ofHours(24);
    private static final Duration SLOT = Duration.ofMinutes(10);

    private final Deque<Slot> slots = new ArrayDeque<>();

    void add(Instant now) {
        tidy(now);
        Instant from = slot(now);
        boolean goesOn = !slots.isEmpty() && slots.getLast().from().equals(from);
        int before = goesOn ? slots.removeLast().calls() : 0;
        slots.add(new Slot(from, before + 1));
    }

    /// The last call does not count after all.
    void takeBack() {
        if (!slots.isEmpty()) {
            Slot last = slots.removeLast();
            if (last.calls() > 1) {
                slots.add(new Slot(last.from(), last.calls() - 1));
            }
        }
    }

    void restore(Collection<Slot> known) {
        slots.clear();
        slots.addAll(known);
    }

    int calls(Instant now) {
        tidy(now);
        return slots.stream().mapToInt(Slot::calls).sum();
    }

    /// When there will be room for a call again, if at most `limit` are allowed; empty if there is now.
    Optional<Instant> fullUntil(Instant now, int limit) {
        int over = calls(now) - limit;
        if (over < 0) {
            return Optional.empty();
        }
        Instant end = now.plus(LENGTH);
        int left = over;
        for (Slot slot : slots) {
            end = end(slot);
            left -= slot.calls();
            if (left < 0) {
                return Optional.of(end);
            }
        }
        return Optional.of(end);
    }

    List<Slot> slots(Instant now) {
        tidy(now);
        return List.copyOf(slots);
    }

    private void tidy(Instant now) {
        slots.removeIf(slot -> !now.isBefore(end(slot)));
        int ahead = 0;
        while (!slots.isEmpty() && slots.getLast().from().isAfter(now)) {
            ahead += slots.removeLast().calls();
        }
        if (ahead > 0) {
            slots.add(new Slot(slot(now), ahead));
        }
    }

    private static Instant slot(Instant now) {
        return Instant.ofEpochSecond(now.getEpochSecond() / SLOT.toSeconds() * SLOT.toSeconds());
    }

    private static Instant end(Slot slot) {
        return slot.from().plus(SLOT).plus(LENGTH);
    }
}
