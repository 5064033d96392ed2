package dev.segue.testkit;

import dev.segue.testkit.eagle.EagleStandIn;
import dev.segue.testkit.notion.NotionStandIn;
import dev.segue.testkit.soundcloud.SoundCloudStandIn;
import dev.segue.testkit.spotify.SpotifyStandIn;
import dev.segue.testkit.standin.StandInClock;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// All stand-ins, running. Thread-safe.
///
/// Each has a clock of its own.
public final class StandIns implements AutoCloseable {

    private final List<Running> running = new ArrayList<>();

    private StandIns() {}

    /// One of them.
    ///
    /// @param name such as `Spotify`
    /// @param what it stands in for
    /// @param stop ends it
    public record Running(String name, int port, String what, Runnable stop) {}

    /// Starts all of them.
    ///
    /// @param host   to listen on, such as `127.0.0.1`
    /// @param ports  of all
    /// @param backup CSV exports of what their person has
    /// @throws java.io.UncheckedIOException if a port is taken; none is left running then
    public static StandIns start(String host, Ports ports, Path backup) {
        var standIns = new StandIns();
        try {
            var spotify =
                    SpotifyStandIn.start(new InetSocketAddress(host, ports.spotify()), new StandInClock(), backup);
            standIns.add("Spotify", spotify.address().getPort(), "accounts and web API (/v1)", spotify::close);
            var soundCloud = SoundCloudStandIn.start(
                    new InetSocketAddress(host, ports.soundCloud()), new StandInClock(), backup);
            standIns.add("SoundCloud", soundCloud.address().getPort(), "login and API", soundCloud::close);
            var eagle = EagleStandIn.start(new InetSocketAddress(host, ports.eagle()), new StandInClock());
            standIns.add("Eagle", eagle.address().getPort(), "local API, V2 and V1", eagle::close);
            var notion = NotionStandIn.start(new InetSocketAddress(host, ports.notion()), new StandInClock());
            standIns.add("Notion", notion.address().getPort(), "API (/v1)", notion::close);
            return standIns;
        } catch (RuntimeException unstartable) {
            standIns.close();
            throw unstartable;
        }
    }

    /// Where they listen; 0 for a free port.
    public record Ports(int spotify, int soundCloud, int notion, int eagle) {

        /// Those that everybody knows: 9101 to 9104.
        public static Ports standard() {
            return new Ports(9101, 9102, 9103, 9104);
        }
    }

    public List<Running> running() {
        return List.copyOf(running);
    }

    private void add(String name, int port, String what, Runnable stop) {
        running.add(new Running(name, port, what, stop));
    }

    @Override
    public void close() {
        running.forEach(one -> one.stop().run());
    }
}
