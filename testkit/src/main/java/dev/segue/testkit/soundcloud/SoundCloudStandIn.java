package dev.segue.testkit.soundcloud;

import dev.segue.testkit.standin.Calls;
import dev.segue.testkit.standin.CsvExport;
import dev.segue.testkit.standin.Faults;
import dev.segue.testkit.standin.StandIn;
import dev.segue.testkit.standin.StandInClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;

/// SoundCloud, stood in for. Thread-safe.
///
/// ```java
/// try (var soundCloud = SoundCloudStandIn.start(0, backup)) {
///     // segue.soundcloud.base-url = segue.soundcloud.accounts-url = soundCloud.address()
///     assertThat(soundCloud.calls().of("GET /me/likes/tracks")).isOne();
/// }
/// ```
public final class SoundCloudStandIn implements AutoCloseable {

    /// Client id and client secret of the one app that it knows.
    public static final String APP = SoundCloud.APP;

    private final StandIn server;
    private final StandInClock clock;

    private SoundCloudStandIn(InetSocketAddress where, StandInClock clock, Path backup) {
        var uploads = new Uploads();
        CsvExport.in(backup).forEach((name, export) -> {
            if (CsvExport.isLiked(name)) {
                uploads.like(export);
            }
        });
        this.clock = clock;
        this.server = StandIn.start(where, clock, new SoundCloud(uploads, clock));
    }

    /// Starts on loopback.
    ///
    /// @param port   0 for a free one
    /// @param backup a directory of CSV exports, of which the liked songs are what the person likes here, too
    public static SoundCloudStandIn start(int port, Path backup) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), new StandInClock(), backup);
    }

    /// Starts anywhere, with a clock of one's own.
    public static SoundCloudStandIn start(InetSocketAddress where, StandInClock clock, Path backup) {
        return new SoundCloudStandIn(where, clock, backup);
    }

    /// Such as `http://127.0.0.1:9102`.
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
