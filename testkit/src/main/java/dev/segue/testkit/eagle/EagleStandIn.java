package dev.segue.testkit.eagle;

import dev.segue.testkit.standin.RunningStandIn;
import dev.segue.testkit.standin.StandInClock;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/// Eagle, stood in for. Thread-safe.
///
/// ```java
/// try (var eagle = EagleStandIn.start(0)) {
///     // segue.eagle.base-url = eagle.address()
///     assertThat(eagle.items()).hasSize(1);
/// }
/// ```
public final class EagleStandIn extends RunningStandIn {

    private final Items items;

    private EagleStandIn(InetSocketAddress where, StandInClock clock) {
        Items held = new Items(clock);
        super(where, clock, new EagleLikeness(held));
        this.items = held;
    }

    /// Starts on loopback, with an empty library called `Music` in an app that knows V2.
    ///
    /// @param port 0 for a free one
    public static EagleStandIn start(int port) {
        return start(loopback(port), new StandInClock());
    }

    /// Starts anywhere, with a clock of one's own.
    public static EagleStandIn start(InetSocketAddress where, StandInClock clock) {
        return new EagleStandIn(where, clock);
    }

    /// What the library shows now.
    public List<Item> items() {
        return items.visible();
    }

    /// Its folders: names by id.
    public Map<String, String> folders() {
        return items.folders();
    }
}
