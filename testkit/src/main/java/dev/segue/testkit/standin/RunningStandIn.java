package dev.segue.testkit.standin;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/// What the stand-ins of all APIs have in common for who runs one: where it is, what was called, what shall go wrong,
/// and its time. Thread-safe.
public abstract class RunningStandIn implements AutoCloseable {

    private final StandIn server;
    private final StandInClock clock;

    /// Starts it.
    ///
    /// @param clock the one that `likeness` reads, too
    /// @throws java.io.UncheckedIOException if it cannot listen there
    protected RunningStandIn(InetSocketAddress where, StandInClock clock, Likeness likeness) {
        this.clock = clock;
        this.server = StandIn.start(where, clock, likeness);
    }

    /// Loopback.
    ///
    /// @param port 0 for a free one
    protected static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /// Such as `http://127.0.0.1:9101`.
    public final URI address() {
        return server.address();
    }

    public final Calls calls() {
        return server.calls();
    }

    public final Faults faults() {
        return server.faults();
    }

    public final StandInClock clock() {
        return clock;
    }

    /// Counts, faults, limits and the clock back to the start; data stays.
    public final void reset() {
        server.reset();
    }

    @Override
    public final void close() {
        server.close();
    }
}
