package dev.segue.testkit.soundcloud;

import dev.segue.testkit.standin.CsvExport;
import dev.segue.testkit.standin.RunningStandIn;
import dev.segue.testkit.standin.StandInClock;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// SoundCloud, stood in for. Thread-safe.
///
/// ```java
/// try (var soundCloud = SoundCloudStandIn.start(0, backup)) {
///     // segue.soundcloud.base-url = segue.soundcloud.accounts-url = soundCloud.address()
///     assertThat(soundCloud.calls().of("GET /me/likes/tracks")).isOne();
/// }
/// ```
public final class SoundCloudStandIn extends RunningStandIn {

    /// Client id and client secret of the one app that it knows.
    public static final String APP = SoundCloud.APP;

    private SoundCloudStandIn(InetSocketAddress where, StandInClock clock, Path backup) {
        super(where, clock, new SoundCloud(uploads(backup), clock));
    }

    private static Uploads uploads(Path backup) {
        var uploads = new Uploads();
        CsvExport.in(backup).values().forEach(export -> {
            if (export.liked()) {
                uploads.like(export);
            }
        });
        return uploads;
    }

    /// Starts on loopback.
    ///
    /// @param port   0 for a free one
    /// @param backup a directory of CSV exports, of which the liked songs are what the person likes here, too
    public static SoundCloudStandIn start(int port, Path backup) {
        return start(loopback(port), new StandInClock(), backup);
    }

    /// Starts anywhere, with a clock of one's own.
    public static SoundCloudStandIn start(InetSocketAddress where, StandInClock clock, Path backup) {
        return new SoundCloudStandIn(where, clock, backup);
    }
}
