package dev.segue.testkit.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// So many calls in any stretch of a length. Thread-safe.
public final class RollingWindow {

    private final Duration length;
    private final Deque<Instant> calls = new ArrayDeque<>();

    public RollingWindow(Duration length) {
        this.length = length;
    }

    /// When there will be room for a call again; empty if there is now.
    ///
    /// @param most calls in a window
    public synchronized Optional<Instant> fullUntil(Instant now, int most) {
        while (!calls.isEmpty() && !calls.getFirst().plus(length).isAfter(now)) {
            calls.removeFirst();
        }
        if (calls.size() < most) {
            return Optional.empty();
        }
        Instant leaver = most == 0 || calls.isEmpty()
                ? now
                : calls.stream().skip(calls.size() - most).findFirst().orElse(now);
        return Optional.of(leaver.plus(length));
    }

    public synchronized void add(Instant call) {
        calls.addLast(call);
    }

    public synchronized int size() {
        return calls.size();
    }

    public synchronized void clear() {
        calls.clear();
    }
}
