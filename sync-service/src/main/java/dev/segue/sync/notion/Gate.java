package dev.segue.sync.notion;

import dev.segue.sync.CatalogueUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/// Whether Notion takes calls now: one gate for all who ask, closed for as long as Notion says, and still closed after
/// a
/// restart. Thread-safe.
final class Gate {

    private static final System.Logger LOG = System.getLogger(Gate.class.getName());

    private final InstantSource clock;
    private final Consumer<Closed> kept;
    private Optional<Closed> closed;

    private Gate(InstantSource clock, Optional<Closed> closed, Consumer<Closed> kept) {
        this.clock = clock;
        this.closed = closed;
        this.kept = kept;
    }

    /// As `memory` knows it, which is told when it closes.
    static Gate of(Memory memory, InstantSource clock) {
        return new Gate(clock, memory.closed(), memory::keepClosed);
    }

    /// For somebody who asks but for a moment, and leaves `memory` as it is.
    static Gate passing(Memory memory, InstantSource clock) {
        return new Gate(clock, memory.closed(), _ -> {});
    }

    /// No calls are taken.
    ///
    /// @param since it was said; a clock that is earlier than that was put back, and nothing is known
    /// @param until then they are again
    /// @param why   for people
    record Closed(Instant since, Instant until, String why) {

        boolean holdsAt(Instant now) {
            return !now.isBefore(since) && now.isBefore(until);
        }
    }

    /// What a call comes to that had better not be made; empty if it may be made.
    synchronized Optional<Reply.Busy> refusal() {
        Instant now = clock.instant();
        return closed.filter(one -> one.holdsAt(now))
                .map(one -> new Reply.Busy(wholeMillis(Duration.between(now, one.until())), one.why(), true));
    }

    /// Whoever waits in milliseconds shall not come too early.
    private static Duration wholeMillis(Duration left) {
        return left.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }

    /// Notion has said so. An earlier answer that asked for longer holds.
    synchronized void close(Reply.Busy busy) {
        Instant now = clock.instant();
        var next = new Closed(now, now.plus(busy.pause()), busy.why());
        if (closed.filter(one -> one.holdsAt(now) && one.until().isAfter(next.until()))
                .isEmpty()) {
            closed = Optional.of(next);
            keep(next);
        }
    }

    private void keep(Closed next) {
        try {
            kept.accept(next);
        } catch (CatalogueUnavailable unwritable) {
            LOG.log(System.Logger.Level.WARNING, "A restart will not know of the pause: " + unwritable.getMessage());
        }
    }
}
