package dev.segue.metadata.kafka;

import static dev.segue.testkit.Wiretap.about;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Placement;
import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.Wire;
import dev.segue.testkit.Wiretap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Records of more than a mebibyte.
@QuarkusTest
@QuarkusTestResource(BrokerAndBackup.class)
class LongListIT {

    private static final int MANY = 50_000;

    private Wiretap wire;

    @BeforeEach
    void listen() {
        wire = new Wiretap(setting("kafka.bootstrap.servers"));
    }

    @AfterEach
    void hangUp() {
        wire.close();
    }

    @Test
    void listOfFiftyThousandTracksIsTakenNoteOf() {
        TrackId known = Backup.at(Path.of(setting("segue.csv.directory")))
                .read()
                .entries()
                .getFirst()
                .track()
                .id();
        List<TrackId> tracks = new ArrayList<>();
        for (int number = 1; number < MANY; number++) {
            tracks.add(TrackId.spotify("%022d".formatted(number)));
        }
        tracks.add(known);

        wire.say(new PlaylistObserved("Long list", "0000000000000000000list", "1", tracks, Instant.now()), "long");

        assertThat(wire.await(1, about(Topic.TRACK_ENRICHED, "long")))
                .singleElement()
                .satisfies(said -> assertThat(
                                Wire.read(TrackEnriched.class, said.value()).playlists())
                        .contains(new Placement("Long list", MANY)));
    }

    @Test
    void longRecordThatNobodyCanReadGoesToTheDeadLetters() throws Exception {
        wire.say(new ProducerRecord<>(Topic.PLAYLIST_OBSERVED.topic(), "long poison", new byte[2 << 20]));

        assertThat(wire.await(
                        1,
                        said -> said.topic().equals(Topic.PLAYLIST_OBSERVED.deadLetters())
                                && "long poison".equals(said.key())))
                .singleElement()
                .satisfies(said -> assertThat(said.value()).hasSize(2 << 20));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
