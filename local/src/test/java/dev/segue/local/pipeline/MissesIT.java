package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.local.run.RunTally;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.spotify.SpotifyStandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Single tracks that no export has, as `./segue track` asks for them at the packaged system.
@Tag("faults")
class MissesIT {

    private static final String NOBODYS = "0000000000000000000000";

    @TempDir
    private Path temporary;

    private Path backup;
    private Path shown;

    @BeforeEach
    void write() throws IOException {
        backup = temporary.resolve("backup");
        shown = temporary.resolve("shown");
        SampleLibrary.write(backup, 5, 0, 0, 7);
        SampleLibrary.write(shown, 5, 0, 0, 8);
    }

    @Test
    void idThatSpotifyDoesNotKnowIsRejectedEachTimeAndAskedForOnce() throws SQLException {
        try (SpotifyStandIn spotify = SpotifyStandIn.start(0, shown);
                WholeSystem system = start(SpotifySettings.of(spotify, Map.of()))) {
            RunTally first = track(system, NOBODYS);
            RunTally second = track(system, NOBODYS);

            assertThat(first.rejected()).isOne();
            assertThat(second.rejected()).isOne();
            assertThat(system.catalogue().tracks()).isEmpty();
            assertThat(spotify.calls().of("GET /v1/tracks/{id}")).isOne();
        }
    }

    @Test
    void trackIsWrittenDownWhileSpotifyIsOutOfReachAndNoCallCounts() throws SQLException {
        TrackId known = Backup.at(shown).read().entries().getFirst().track().id();
        Map<String, String> settings;
        try (SpotifyStandIn gone = SpotifyStandIn.start(0, shown)) {
            settings = SpotifySettings.of(gone, Map.of());
        }
        try (WholeSystem system = start(settings)) {
            RunTally tally = track(system, known.key());

            assertThat(tally.misses()).isOne();
            assertThat(tally.calls().total()).isZero();
            assertThat(system.catalogue().tracks()).hasSize(1);
        }
    }

    private WholeSystem start(Map<String, String> settings) {
        return WholeSystem.start(temporary.resolve("home"), backup, settings);
    }

    private static RunTally track(WholeSystem system, String key) {
        return system.run(
                new Request("SINGLE", Optional.empty(), Optional.of("spotify:track:" + key), Optional.empty()),
                (_, _) -> {});
    }
}
