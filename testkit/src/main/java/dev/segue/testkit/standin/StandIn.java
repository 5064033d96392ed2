package dev.segue.testkit.standin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A running server that behaves as one API. Thread-safe.
///
/// See the package for an example.
public final class StandIn implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final Pause pause;
    private final Control control;
    private final Calls calls;
    private final Faults faults;

    private StandIn(InetSocketAddress where, StandInClock clock, Likeness likeness) throws IOException {
        this.calls = new Calls();
        this.faults = new Faults();
        this.pause = new Pause();
        this.control = new Control(likeness, calls, faults, clock, pause);
        var reception = new Reception(likeness, new Failing(likeness, pause), calls, faults, control.endpoints());
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.server = HttpServer.create(where, 0);
        server.setExecutor(threads);
        server.createContext("/", new Http(reception));
        server.start();
    }

    /// Starts one on loopback.
    ///
    /// @param port  0 for a free one
    /// @param clock the one that `likeness` reads, too
    /// @throws UncheckedIOException if somebody else listens there
    public static StandIn start(int port, StandInClock clock, Likeness likeness) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), clock, likeness);
    }

    /// Starts one on any interface.
    ///
    /// @throws UncheckedIOException if it cannot listen there
    public static StandIn start(InetSocketAddress where, StandInClock clock, Likeness likeness) {
        try {
            return new StandIn(where, clock, likeness);
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    likeness.name() + "'s stand-in cannot listen on " + where + ": " + taken.getMessage(), taken);
        }
    }

    /// Such as `http://127.0.0.1:9101`.
    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public Calls calls() {
        return calls;
    }

    public Faults faults() {
        return faults;
    }

    /// As `POST /__control/reset`: counts, faults, limits and the clock back to the start; data stays.
    public void reset() {
        var _ = control.reset();
    }

    /// Stops at once; calls under way get no answer.
    @Override
    public void close() {
        server.stop(0);
        pause.releaseAll();
        threads.shutdownNow();
    }
}
