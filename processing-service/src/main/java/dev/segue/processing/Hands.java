package dev.segue.processing;

import dev.segue.library.TrackId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Works on tracks, some at once, the others in turn. A track that is in hand is not taken a second time, but once more
/// when it is done: what it was taken for may have come too late for the work that is under way. Thread-safe.
final class Hands implements AutoCloseable {

    private final ExecutorService threads;
    /// Those in hand, and what is done with them next: what was asked for last.
    private final Map<TrackId, Optional<Runnable>> taken = new ConcurrentHashMap<>();

    Hands(ExecutorService threads) {
        this.threads = threads;
    }

    /// So many of them.
    static Hands of(int count) {
        return new Hands(Executors.newFixedThreadPool(count));
    }

    /// Whether somebody works on it, or will.
    boolean have(TrackId id) {
        return taken.containsKey(id);
    }

    void take(TrackId id, Runnable work) {
        if (taken.putIfAbsent(id, Optional.empty()) == null) {
            begin(id, work);
        } else {
            boolean over = taken.computeIfPresent(id, (_, _) -> Optional.of(work)) == null;
            if (over) {
                take(id, work);
            }
        }
    }

    private void begin(TrackId id, Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                end(id);
            }
        });
    }

    private void end(TrackId id) {
        Optional<Runnable> next = Optional.ofNullable(taken.remove(id)).flatMap(asked -> asked);
        if (!threads.isShutdown()) {
            next.ifPresent(work -> take(id, work));
        }
    }

    /// What is not begun is left; what is, is interrupted.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
