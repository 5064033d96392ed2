package dev.segue.testkit.spotify;

import dev.segue.testkit.standin.CsvExport;
import dev.segue.testkit.standin.RunningStandIn;
import dev.segue.testkit.standin.StandInClock;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// Spotify, stood in for. Thread-safe.
///
/// ```java
/// try (var spotify = SpotifyStandIn.start(0, backup)) {
///     // segue.spotify.base-url = spotify.address() + "/v1", segue.spotify.accounts-url = spotify.address()
///     assertThat(spotify.calls().of("GET /v1/me/tracks")).isOne();
/// }
/// ```
public final class SpotifyStandIn extends RunningStandIn {

    /// Client id and client secret of the one app that it knows.
    public static final String APP = Spotify.APP;

    private SpotifyStandIn(InetSocketAddress where, StandInClock clock, Path backup) {
        super(where, clock, new Spotify(holdings(backup), clock));
    }

    /// Starts on loopback, for an app in development mode.
    ///
    /// @param port   0 for a free one
    /// @param backup a directory of CSV exports: `Liked_Songs.csv` is what the person likes, each other file a
    ///               playlist of theirs with the name of the file
    public static SpotifyStandIn start(int port, Path backup) {
        return start(loopback(port), new StandInClock(), backup);
    }

    /// Starts anywhere, with a clock of one's own.
    public static SpotifyStandIn start(InetSocketAddress where, StandInClock clock, Path backup) {
        return new SpotifyStandIn(where, clock, backup);
    }

    private static Holdings holdings(Path backup) {
        var holdings = new Holdings();
        CsvExport.in(backup).forEach((name, export) -> {
            if (export.liked()) {
                holdings.setLiked(export);
            } else {
                var _ = holdings.setPlaylist(name, export, playlist -> playlist);
            }
        });
        return holdings;
    }

    /// The id of the playlist called `name`, which follows from it.
    public static String playlistId(String name) {
        return Playlist.named(name).id();
    }
}
