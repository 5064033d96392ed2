package dev.segue.metadata.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.ReentrantLock;

/// Lets facts leave in the order in which they were decided: what was decided with less knowledge comes first. For
/// several threads.
@ApplicationScoped
class Turn {

    private final ReentrantLock one = new ReentrantLock();

    /// Decides something and sends it on its way while nobody else does.
    void take(Runnable decision) {
        one.lock();
        try {
            decision.run();
        } finally {
            one.unlock();
        }
    }
}
