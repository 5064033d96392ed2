package dev.segue.testkit.soundcloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.RollingWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// SoundCloud's limits: 15,000 streams in any 24 hours, and a number of calls in any 30 seconds that is not published
/// (100 quick ones were too many for somebody). Thread-safe.
final class Plays {

    static final String STREAMS = "/tracks/{track_urn}/streams";
    static final String STREAM = "/tracks/{track_urn}/streams/{form}";

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final RollingWindow plays = new RollingWindow(DAY);
    private final RollingWindow calls = new RollingWindow(HALF_A_MINUTE);
    private volatile int mostPlays = 15_000;
    private volatile int mostCalls = 300;

    Plays(InstantSource clock) {
        this.clock = clock;
    }

    /// A limit that is reached.
    ///
    /// @param group what is limited
    record Reached(String group, int most, Duration window, Instant until) {}

    synchronized void limit(JsonNode mode) {
        mostPlays = number(mode, "perDay", mostPlays);
        mostCalls = number(mode, "perThirtySeconds", mostCalls);
    }

    private static int number(JsonNode mode, String name, int otherwise) {
        int number = mode.path(name).asInt(otherwise);
        if (number < 0) {
            throw new IllegalArgumentException(name + " is a number of calls");
        }
        return number;
    }

    /// Counts a call, or says which limit forbids it.
    ///
    /// @param endpoint such as `GET /tracks/{track_urn}/streams`
    synchronized Optional<Reached> reached(String endpoint) {
        Instant now = clock.instant();
        boolean play = endpoint.endsWith(STREAMS) || endpoint.endsWith(STREAM);
        Optional<Reached> reached = calls.fullUntil(now, mostCalls)
                .map(until -> new Reached("calls", mostCalls, HALF_A_MINUTE, until))
                .or(() -> play
                        ? plays.fullUntil(now, mostPlays).map(until -> new Reached("plays", mostPlays, DAY, until))
                        : Optional.empty());
        if (reached.isEmpty()) {
            calls.add(now);
            if (play) {
                plays.add(now);
            }
        }
        return reached;
    }

    void reset() {
        plays.clear();
        calls.clear();
    }
}
