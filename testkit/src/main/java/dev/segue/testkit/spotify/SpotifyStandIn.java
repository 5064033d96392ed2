package dev.segue.testkit.spotify;

import dev.segue.testkit.standin.Calls;
import dev.segue.testkit.standin.CsvExport;
import dev.segue.testkit.standin.Faults;
import dev.segue.testkit.standin.StandIn;
import dev.segue.testkit.standin.StandInClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;

/// Spotify, stood in for. Thread-safe.
///
/// ```java
/// try (var spotify = SpotifyStandIn.start(0, backup)) {
///     // segue.spotify.base-url = spotify.address() + "/v1", segue.spotify.accounts-url = spotify.address()
///     assertThat(spotify.calls().of("GET /v1/me/tracks")).isOne();
/// }
/// ```
public final class SpotifyStandIn implements AutoCloseable {

    /// Client id and client secret of the one app that it knows.
    public static final String APP = Spotify.APP;

    private final StandIn server;
    private final StandInClock clock;

    private SpotifyStandIn(InetSocketAddress where, StandInClock clock, Path backup) {
        var holdings = new Holdings();
        load(holdings, backup);
        this.clock = clock;
        this.server = StandIn.start(where, clock, new Spotify(holdings, clock));
    }

    /// Starts on loopback, for an app in development mode.
    ///
    /// @param port   0 for a free one
    /// @param backup a directory of CSV exports: `Liked_Songs.csv` is what the person likes, each other file a
    ///               playlist of theirs with the name of the file
    public static SpotifyStandIn start(int port, Path backup) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), new StandInClock(), backup);
    }

    /// Starts anywhere, with a clock of one's own.
    public static SpotifyStandIn start(InetSocketAddress where, StandInClock clock, Path backup) {
        return new SpotifyStandIn(where, clock, backup);
    }

    private static void load(Holdings holdings, Path backup) {
        CsvExport.in(backup).forEach((name, export) -> {
            if (CsvExport.isLiked(name)) {
                holdings.setLiked(export);
            } else {
                var _ = holdings.setPlaylist(name, export, playlist -> playlist);
            }
        });
    }

    /// The id of the playlist called `name`, which follows from it.
    public static String playlistId(String name) {
        return Playlist.named(name).id();
    }

    /// Such as `http://127.0.0.1:9101`; the web API is below `/v1`.
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
