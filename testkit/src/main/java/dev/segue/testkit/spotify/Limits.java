package dev.segue.testkit.spotify;

import dev.segue.testkit.standin.RollingWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How many calls Spotify takes: so many in any 30 seconds, so many in any 24 hours. Thread-safe.
///
/// Who is over a limit is blocked until there is room again. Who calls while blocked stays blocked longer: each such
/// call adds a tenth of the block's length, at least a second.
final class Limits {

    private static final int TENTH = 10;

    private final InstantSource clock;
    private final RollingWindow halfMinute = new RollingWindow(Duration.ofSeconds(30));
    private final RollingWindow day = new RollingWindow(Duration.ofHours(24));
    private Optional<Block> block = Optional.empty();

    Limits(InstantSource clock) {
        this.clock = clock;
    }

    /// A time in which no call is taken.
    ///
    /// @param length at first
    /// @param quota  whether it is the day's quota that is used up
    record Block(Instant until, Duration length, boolean quota) {

        private Block longer() {
            Duration more = length.dividedBy(TENTH);
            return new Block(until.plus(more.toSeconds() < 1 ? Duration.ofSeconds(1) : more), length, quota);
        }

        /// Whole seconds from `now` to its end, rounded up.
        long seconds(Instant now) {
            return Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
        }
    }

    /// Counts a call, or says why it is not taken.
    synchronized Optional<Block> refuse(Mode mode) {
        Instant now = clock.instant();
        if (block.filter(standing -> now.isBefore(standing.until())).isPresent()) {
            block = block.map(Block::longer);
            return block;
        }
        block = full(now, mode);
        if (block.isEmpty()) {
            halfMinute.add(now);
            day.add(now);
        }
        return block;
    }

    private Optional<Block> full(Instant now, Mode mode) {
        if (mode.perDay().isPresent()) {
            Optional<Instant> until = day.fullUntil(now, mode.perDay().getAsInt());
            if (until.isPresent()) {
                return until.map(end -> new Block(end, Duration.between(now, end), true));
            }
        }
        return mode.perThirtySeconds().isEmpty()
                ? Optional.empty()
                : halfMinute
                        .fullUntil(now, mode.perThirtySeconds().getAsInt())
                        .map(end -> new Block(end, Duration.between(now, end), false));
    }

    synchronized Optional<Block> block() {
        return block.filter(standing -> clock.instant().isBefore(standing.until()));
    }

    synchronized void reset() {
        block = Optional.empty();
        halfMinute.clear();
        day.clear();
    }
}
