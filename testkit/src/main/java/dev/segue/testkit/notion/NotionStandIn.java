package dev.segue.testkit.notion;

import dev.segue.testkit.standin.Calls;
import dev.segue.testkit.standin.Faults;
import dev.segue.testkit.standin.StandIn;
import dev.segue.testkit.standin.StandInClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/// Notion, stood in for: an empty workspace with one page that is shared with the integration. Thread-safe.
///
/// ```java
/// try (var notion = NotionStandIn.start(0)) {
///     // segue.notion.base-url = notion.address() + "/v1", segue.notion.token = NotionStandIn.TOKEN
///     assertThat(notion.calls().of("POST /v1/pages")).isOne();
/// }
/// ```
public final class NotionStandIn implements AutoCloseable {

    /// The token of the one integration.
    public static final String TOKEN = Notion.TOKEN;

    /// The id of the page that is shared with it.
    public static final String HOME = Workspace.HOME;

    private final StandIn server;
    private final StandInClock clock;

    private NotionStandIn(InetSocketAddress where, StandInClock clock) {
        this.clock = clock;
        this.server = StandIn.start(where, clock, new Notion(clock));
    }

    /// Starts on loopback.
    ///
    /// @param port 0 for a free one
    public static NotionStandIn start(int port) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), new StandInClock());
    }

    /// Starts anywhere, with a clock of one's own.
    public static NotionStandIn start(InetSocketAddress where, StandInClock clock) {
        return new NotionStandIn(where, clock);
    }

    /// Such as `http://127.0.0.1:9103`.
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

    /// Counts, faults, limits and the clock back to the start; data stays.
    public void reset() {
        server.reset();
    }

    @Override
    public void close() {
        server.close();
    }
}
