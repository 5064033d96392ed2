package dev.segue.testkit.eagle;

import dev.segue.testkit.standin.Calls;
import dev.segue.testkit.standin.Faults;
import dev.segue.testkit.standin.StandIn;
import dev.segue.testkit.standin.StandInClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
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
public final class EagleStandIn implements AutoCloseable {

    private final StandIn server;
    private final StandInClock clock;
    private final Items items;

    private EagleStandIn(InetSocketAddress where, StandInClock clock) {
        this.clock = clock;
        this.items = new Items(clock);
        this.server = StandIn.start(where, clock, new EagleLikeness(items));
    }

    /// Starts on loopback, with an empty library called `Music` in an app that knows V2.
    ///
    /// @param port 0 for a free one
    public static EagleStandIn start(int port) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), new StandInClock());
    }

    /// Starts anywhere, with a clock of one's own.
    public static EagleStandIn start(InetSocketAddress where, StandInClock clock) {
        return new EagleStandIn(where, clock);
    }

    /// Such as `http://127.0.0.1:9104`.
    public URI address() {
        return server.address();
    }

    public Calls calls() {
        return server.calls();
    }

    public Faults faults() {
        return server.faults();
    }

    public StandInClock clock() {
        return clock;
    }

    /// What the library shows now.
    public List<Item> items() {
        return items.visible();
    }

    /// Its folders: names by id.
    public Map<String, String> folders() {
        return items.folders();
    }

    @Override
    public void close() {
        server.close();
    }
}
