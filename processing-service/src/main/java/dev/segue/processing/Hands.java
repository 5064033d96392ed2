package dev.segue.processing;

import dev.segue.library.TrackId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Works on tracks, some at once, the others in turn. A track that is in hand is not taken a second time. Thread-safe.
final class Hands implements AutoCloseable {

    private final ExecutorService threads;
    private final Set<TrackId> taken = ConcurrentHashMap.newKeySet();

    Hands(ExecutorService threads) {
        this.threads = threads;
    }

    /// So many of them.
    static Hands of(int count) {
        return new Hands(Executors.newFixedThreadPool(count));
    }

    /// Whether somebody works on it, or will.
    boolean have(TrackId id) {
        return taken.contains(id);
    }

    void take(TrackId id, Runnable work) {
        if (taken.add(id)) {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    taken.remove(id);
                }
            });
        }
    }

    /// What is not begun is left; what is, is interrupted.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
