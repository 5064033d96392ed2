package dev.segue.sync.kafka;

import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactBatch;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.sync.CataloguePause;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Sync;
import dev.segue.sync.kafka.Line.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Facts on their way into the catalogue, in the order in which they came, worked off in groups as large as the
/// catalogue likes them. Three threads work at once: one reads a batch, one writes a group, one says what became of the
/// group before. Thread-safe.
///
/// A catalogue that counts questions has few facts wait a moment for more. While it is unavailable no thread sleeps;
/// who adds facts is told when more may come, and nothing is lost. Where it is one track of which nobody knows whether
/// it was written, only the facts of this one wait.
final class Backlog {

    private static final Logger LOG = Logger.getLogger(Backlog.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /// So long what is being written when the service stops may take.
    private static final Duration LONGEST_END = Duration.ofSeconds(4);

    /// So many times as long as usual few facts wait at most, while others keep coming.
    private static final int MOST_WAITS = 10;

    private final Sync sync;
    private final CataloguePause paused;
    private final Answers answers = new Answers();
    private final ReentrantLock turn = new ReentrantLock();
    private final Line waiting = new Line();
    private CompletableFuture<Void> busy = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);

    /// Counts what was added, so that a timer knows whether it is the newest.
    private long added;

    private long oldest = System.nanoTime();
    private boolean stopped;

    /// How many of the first are to be taken one by one, since one of them surprises. For who works.
    private int apart;

    /// How many of the group have their answer. For who works.
    private int answered;

    Backlog(Sync sync, CataloguePause paused) {
        this.sync = sync;
        this.paused = paused;
    }

    /// Takes over `batch`.
    ///
    /// @return completes when more may come: while one group is written, the next is read
    synchronized CompletableFuture<Void> add(FactBatch<TrackEnriched> batch) {
        if (batch.items().isEmpty()) {
            close(batch);
            return room;
        }
        if (waiting.size() == 0) {
            oldest = System.nanoTime();
        }
        waiting.add(batch);
        added++;
        if (room.isDone() && waiting.size() > sync.together()) {
            room = new CompletableFuture<>();
        }
        if (sync.gathering().isZero()) {
            workOff(1);
        } else {
            workOff(sync.together());
            long seen = added;
            later(seen);
        }
        return room;
    }

    private void later(long seen) {
        var _ = CompletableFuture.runAsync(() -> flush(seen), delayed(sync.gathering()));
    }

    /// Those that wait have waited long enough if nothing has come since, or the first has waited for long. While
    /// others are worked off nothing is let come, so that is no sign.
    private synchronized void flush(long seen) {
        if (!busy.isDone()) {
            var _ = busy.thenRun(() -> later(seen));
            return;
        }
        long longest = sync.gathering().multipliedBy(MOST_WAITS).toNanos();
        if (seen == added || System.nanoTime() - oldest > longest) {
            workOff(1);
        }
    }

    private Executor delayed(Duration wait) {
        return CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, Backlog::run);
    }

    /// Works off the first facts, as long as there are `least`, after what is being worked off.
    private void workOff(int least) {
        if (waiting.size() >= least) {
            busy = busy.thenComposeAsync(_ -> workOff(least, FIRST_PAUSE), Backlog::run);
        }
    }

    private CompletableFuture<Void> workOff(int least, Duration pause) {
        for (List<Waiting> group = next(least); !group.isEmpty(); group = next(least)) {
            answered = 0;
            try {
                work(group);
                paused.end();
            } catch (CatalogueUnavailable away) {
                Duration wait = away.pause().orElse(pause);
                LOG.warnf("Paused for %s: %s", wait, away.getMessage());
                paused.begin(wait, away);
                Duration longer = answered > 0 ? FIRST_PAUSE : next(pause);
                return CompletableFuture.runAsync(() -> {}, delayed(wait)).thenCompose(_ -> workOff(1, longer));
            } catch (RuntimeException surprise) {
                takeApart(group, surprise);
            }
        }
        waiting.onlyHeld().ifPresent(why -> paused.begin(why.pause().orElse(FIRST_PAUSE), why));
        return CompletableFuture.completedFuture(null);
    }

    private synchronized List<Waiting> next(int least) {
        return stopped ? List.of() : waiting.first(least, apart > 0 ? 1 : sync.together());
    }

    private void work(List<Waiting> group) {
        turn.lock();
        try {
            if (!stopped()) {
                write(group);
            }
        } finally {
            turn.unlock();
        }
    }

    private synchronized boolean stopped() {
        return stopped;
    }

    private void write(List<Waiting> group) {
        sync.on(group.stream().map(one -> one.item().fact()).toList(), (at, answer) -> answered(group.get(at), answer))
                .forEach(this::hold);
    }

    /// The others go on meanwhile.
    private void hold(TrackId track, CatalogueUnavailable doubt) {
        Duration pause = doubt.pause().orElse(LONGEST_PAUSE);
        waiting.hold(track, pause, doubt);
        var _ = CompletableFuture.runAsync(this::wake, delayed(pause.plusMillis(1))); // not a moment too early
    }

    private synchronized void wake() {
        workOff(1);
    }

    private void answered(Waiting one, Fact answer) {
        answered++;
        answers.add(() -> answer(one, answer));
        leave(one);
    }

    private static void answer(Waiting one, Fact answer) {
        try {
            one.batch().answer(one.item(), answer);
        } catch (RuntimeException surprise) {
            one.batch().refuse(one.item(), surprise);
        }
    }

    /// Of a group that surprises each is tried alone, so that only the culprit is refused.
    private void takeApart(List<Waiting> group, RuntimeException surprise) {
        int left = group.size() - answered;
        if (left == 1) {
            Waiting culprit = group.getLast();
            answers.add(() -> culprit.batch().refuse(culprit.item(), surprise));
            leave(culprit);
        } else {
            apart = left;
        }
    }

    private void leave(Waiting one) {
        boolean last = remove(one);
        apart = Math.max(0, apart - 1);
        if (last) {
            answers.add(() -> close(one.batch()));
        }
    }

    private synchronized boolean remove(Waiting one) {
        boolean last = waiting.remove(one);
        oldest = System.nanoTime();
        if (waiting.size() == sync.together()) {
            room.completeAsync(() -> null, Backlog::run);
        }
        return last;
    }

    /// Begins nothing more, and lets what is being written end and be said. What is left is read again after a restart.
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        long deadline = System.nanoTime() + LONGEST_END.toNanos();
        try {
            if (turn.tryLock(LONGEST_END.toNanos(), TimeUnit.NANOSECONDS)) {
                turn.unlock();
            }
            answers.await(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Runnable task) {
        var _ = Thread.startVirtualThread(task);
    }

    private static void close(FactBatch<TrackEnriched> batch) {
        var _ = batch.close().whenComplete(Backlog::closed);
    }

    private static Duration next(Duration pause) {
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private static void closed(Void done, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.error("A batch was not acknowledged and will be read again after a restart", failure);
        }
    }
}
