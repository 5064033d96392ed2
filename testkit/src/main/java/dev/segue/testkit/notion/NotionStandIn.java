package dev.segue.testkit.notion;

import dev.segue.testkit.standin.RunningStandIn;
import dev.segue.testkit.standin.StandInClock;
import java.net.InetSocketAddress;

/// Notion, stood in for: an empty workspace with one page that is shared with the integration. Thread-safe.
///
/// ```java
/// try (var notion = NotionStandIn.start(0)) {
///     // segue.notion.base-url = notion.address() + "/v1", segue.notion.token = NotionStandIn.TOKEN
///     assertThat(notion.calls().of("POST /v1/pages")).isOne();
/// }
/// ```
public final class NotionStandIn extends RunningStandIn {

    /// The token of the one integration.
    public static final String TOKEN = Notion.TOKEN;

    /// The id of the page that is shared with it.
    public static final String HOME = Workspace.HOME;

    private NotionStandIn(InetSocketAddress where, StandInClock clock) {
        super(where, clock, new Notion(clock));
    }

    /// Starts on loopback.
    ///
    /// @param port 0 for a free one
    public static NotionStandIn start(int port) {
        return start(loopback(port), new StandInClock());
    }

    /// Starts anywhere, with a clock of one's own.
    public static NotionStandIn start(InetSocketAddress where, StandInClock clock) {
        return new NotionStandIn(where, clock);
    }
}
