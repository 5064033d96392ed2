package dev.segue.sync.kafka;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Says what became of facts, one after another, on a thread of its own: to say it takes as long as to write a row
/// down,
/// so the next rows are written meanwhile. Thread-safe.
final class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    /// Whoever is so far ahead waits. Each holds a fact of a few kilobytes.
    private static final int MOST = 250;

    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST);

    Answers() {
        Thread.ofVirtual().name("answers").start(this::say);
    }

    /// Has `answer` said after all that were added before.
    void add(Runnable answer) {
        try {
            waiting.put(answer);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an answer waited to be said", hurried);
        }
    }

    /// Waits until everything that was added is said, for `longest` at most.
    void await(Duration longest) throws InterruptedException {
        var said = new CountDownLatch(1);
        if (waiting.offer(said::countDown, longest.toNanos(), TimeUnit.NANOSECONDS)) {
            var _ = said.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void say() {
        try {
            while (true) {
                say(waiting.take());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(Runnable answer) {
        try {
            answer.run();
        } catch (RuntimeException surprise) {
            LOG.error("An answer could not be said; its fact will be read again after a restart", surprise);
        }
    }
}
