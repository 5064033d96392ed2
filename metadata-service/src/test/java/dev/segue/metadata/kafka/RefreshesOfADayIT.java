package dev.segue.metadata.kafka;

import static dev.segue.testkit.Wiretap.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.segue.library.Hint;
import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.FetchRequested.Reason;
import dev.segue.library.fact.Lookup;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.Wire;
import dev.segue.testkit.Wiretap;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// Three refreshes a day, two of which were taken before the start.
@QuarkusTest
@TestProfile(RefreshesOfADayIT.Restarted.class)
class RefreshesOfADayIT {

    private static final String STARTED = "test.started-on";

    public static class Restarted implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("segue.refresh-per-day", "3", "segue.csv.stale-after", "0s");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TwoTaken.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /// A broker that knows of two.
    public static class TwoTaken extends BrokerAndBackup {

        @Override
        public Map<String, String> start() {
            var settings = new HashMap<>(super.start());
            settings.put(STARTED, today().toString());
            try (var wire = new Wiretap(settings.getOrDefault("kafka.bootstrap.servers", ""))) {
                for (int number = 1; number <= 2; number++) {
                    wire.say(request(TrackId.spotify("%022d".formatted(number))), "earlier");
                }
            }
            return settings;
        }
    }

    @Test
    void whatWasTakenBeforeTheStartIsNotTakenAgain() {
        List<TrackId> stale = Backup.at(Path.of(setting("segue.csv.directory"))).read().entries().stream()
                .limit(5)
                .map(entry -> entry.track().id())
                .toList();
        try (var wire = new Wiretap(setting("kafka.bootstrap.servers"))) {
            wire.say(stale.stream().map(RefreshesOfADayIT::detected).toList(), "today");

            assertThat(wire.await(stale.size(), about(Topic.TRACK_ENRICHED, "today")))
                    .allSatisfy(said -> assertThat(
                                    Wire.read(TrackEnriched.class, said.value()).lookup())
                            .isEqualTo(Lookup.STALE));
            List<ConsumerRecord<String, byte[]>> refreshes = wire.await(1, about(Topic.FETCH_REQUESTED, "today"));
            assumeThat(today()).as("the day of the start").hasToString(setting(STARTED));
            assertThat(refreshes).hasSize(1);
        }
    }

    /// As the service sees it: at midnight it may take three more.
    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static TrackDetected detected(TrackId id) {
        return new TrackDetected(
                id, Hint.of(id), DetectionSource.LIKED, Optional.empty(), Optional.empty(), Instant.now());
    }

    private static FetchRequested request(TrackId id) {
        return new FetchRequested(id, Reason.STALE, Hint.of(id), Optional.empty(), Optional.empty(), Instant.now());
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
