package dev.segue.sync.kafka;

import static dev.segue.testkit.Wiretap.about;
import static dev.segue.testkit.Wiretap.header;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackRejected;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.TrackSynced.Outcome;
import dev.segue.library.fact.Wire;
import dev.segue.sync.Enriched;
import dev.segue.testkit.Wiretap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaBroker.class)
class SyncTracksIT {

    private Wiretap wire;

    @BeforeEach
    void listen() {
        wire = new Wiretap(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    @AfterEach
    void hangUp() {
        wire.close();
    }

    @Test
    void theSameFactTwiceIsCreatedOnceAndThenUnchanged() {
        wire.say(Enriched.track(1).fact(), "twice");
        wire.say(Enriched.track(1).fact(), "twice");

        List<ConsumerRecord<String, byte[]>> said = wire.await(2, about(Topic.TRACK_SYNCED, "twice"));

        assertThat(outcomes(said)).containsExactly(Outcome.CREATED, Outcome.UNCHANGED);
    }

    @Test
    void answersCarryTheKeyAndTheEnvelopeOfTheirFact() {
        wire.say(Enriched.track(2).fact(), "the run");

        ConsumerRecord<String, byte[]> said =
                wire.await(1, about(Topic.TRACK_SYNCED, "the run")).getFirst();

        assertThat(said.key()).isEqualTo(Enriched.id(2).toString());
        assertThat(header(said, "segue-run")).isEqualTo("the run");
        assertThat(header(said, "ce_type")).isEqualTo("dev.segue.TrackSynced");
        assertThat(header(said, "ce_source")).isEqualTo("/sync-service");
        assertThat(header(said, "ce_id")).isNotEmpty();
        TrackSynced synced = Wire.read(TrackSynced.class, said.value());
        assertThat(synced.page()).isEqualTo(Enriched.id(2).toString());
        assertThat(synced.track()).isEqualTo(Enriched.track(2).fact().track());
        assertThat(synced.playlists()).isEqualTo(Enriched.track(2).fact().playlists());
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextRecordIsHandled() throws Exception {
        wire.say(new ProducerRecord<>("track-enriched", 3, "poison", "{not json".getBytes(UTF_8)));
        wire.say(new ProducerRecord<>("track-enriched", 3, "tombstone", null));
        wire.say(new ProducerRecord<>(
                "track-enriched", 3, "healthy", Wire.write(Enriched.track(3).fact())));

        var healthy = wire.await(
                1,
                record -> record.topic().equals("track-synced")
                        && Enriched.id(3).toString().equals(record.key()));
        var dead = wire.await(2, record -> record.topic().equals("track-enriched-dlq"));

        assertThat(healthy).hasSize(1);
        assertThat(dead).extracting(ConsumerRecord::key).containsExactly("poison", "tombstone");
        assertThat(new String(dead.getFirst().value(), UTF_8)).isEqualTo("{not json");
        assertThat(header(dead.getFirst(), "dead-letter-topic")).isEqualTo("track-enriched");
        assertThat(header(dead.getFirst(), "dead-letter-partition")).isEqualTo("3");
        assertThat(header(dead.getFirst(), "dead-letter-offset")).isNotEmpty();
        assertThat(header(dead.getFirst(), "dead-letter-reason")).startsWith("not a TrackEnriched");
    }

    @Test
    void aTrackThatCannotBeStoredIsRejectedWithTheReason() {
        String json = new String(Wire.write(Enriched.track(4).titled("TITLE").fact()), UTF_8);
        var half = new ProducerRecord<String, byte[]>(
                "track-enriched",
                Enriched.id(4).toString(),
                json.replace("TITLE", "\\ud83d").getBytes(UTF_8));
        half.headers().add("segue-run", "half".getBytes(UTF_8));
        sayQuietly(half);

        ConsumerRecord<String, byte[]> said =
                wire.await(1, about(Topic.TRACK_REJECTED, "half")).getFirst();

        TrackRejected rejected = Wire.read(TrackRejected.class, said.value());
        assertThat(rejected.stage()).isEqualTo(TrackRejected.Stage.SYNC);
        assertThat(rejected.reason()).isEqualTo(TrackRejected.Reason.NOT_STORABLE);
    }

    @Test
    void aThousandTracksAreAllAnsweredOnce() {
        wire.say(
                IntStream.range(1000, 2000)
                        .mapToObj(n -> Enriched.track(n).fact())
                        .toList(),
                "many");

        List<ConsumerRecord<String, byte[]>> said = wire.await(1000, about(Topic.TRACK_SYNCED, "many"));

        assertThat(outcomes(said)).hasSize(1000).containsOnly(Outcome.CREATED);
    }

    @Test
    void theCatalogueSaysHowMuchIsInIt() {
        wire.say(Enriched.track(5).fact(), "counted");
        wire.await(1, about(Topic.TRACK_SYNCED, "counted"));

        when().get("/catalogue")
                .then()
                .statusCode(200)
                .body("kind", equalTo("sql"))
                .body("tracks", greaterThan(0))
                .body("partial", equalTo(0));
    }

    @Test
    void aCatalogueThatIsThereIsNotWaitedFor() {
        wire.say(Enriched.track(6).fact(), "there");
        wire.await(1, about(Topic.TRACK_SYNCED, "there"));

        when().get("/catalogue/state").then().statusCode(200).body("size()", equalTo(0));
    }

    private void sayQuietly(ProducerRecord<String, byte[]> record) {
        try {
            wire.say(record);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static List<Outcome> outcomes(List<ConsumerRecord<String, byte[]>> said) {
        return said.stream()
                .map(record -> Wire.read(TrackSynced.class, record.value()).outcome())
                .toList();
    }
}
