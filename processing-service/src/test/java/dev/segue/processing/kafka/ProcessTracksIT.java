package dev.segue.processing.kafka;

import static dev.segue.testkit.Wiretap.about;
import static dev.segue.testkit.Wiretap.header;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import dev.segue.library.TrackId;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.Wire;
import dev.segue.processing.Synced;
import dev.segue.processing.inbox.Tone;
import dev.segue.testkit.Wiretap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaBroker.class)
class ProcessTracksIT {

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
    void answersCarryTheKeyAndTheEnvelopeOfTheirFact() {
        wire.say(Synced.track(1), "the run");

        ConsumerRecord<String, byte[]> said =
                wire.await(1, about(Topic.TRACK_PROCESSED, "the run")).getFirst();

        assertThat(said.key()).isEqualTo(Synced.id(1).toString());
        assertThat(header(said, "segue-run")).isEqualTo("the run");
        assertThat(header(said, "ce_type")).isEqualTo("dev.segue.TrackProcessed");
        assertThat(header(said, "ce_source")).isEqualTo("/processing-service");
        TrackProcessed processed = Wire.read(TrackProcessed.class, said.value());
        assertThat(processed.outcome()).isEqualTo(TrackProcessed.Outcome.NO_AUDIO);
    }

    @Test
    void aDuplicateNamesTheTrackThatStandsForBoth() {
        TrackId other = Synced.id(99);
        wire.say(Synced.duplicate(Synced.track(2).track(), other), "duplicate");

        ConsumerRecord<String, byte[]> said =
                wire.await(1, about(Topic.TRACK_PROCESSED, "duplicate")).getFirst();

        TrackProcessed processed = Wire.read(TrackProcessed.class, said.value());
        assertThat(processed.outcome()).isEqualTo(TrackProcessed.Outcome.DUPLICATE);
        assertThat(processed.detail())
                .hasValueSatisfying(detail -> assertThat(detail).contains(other.toString()));
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextRecordIsHandled() throws Exception {
        wire.say(new ProducerRecord<>("track-synced", 3, "poison", "{not json".getBytes(UTF_8)));
        wire.say(new ProducerRecord<>("track-synced", 3, "healthy", Wire.write(Synced.track(3))));

        var healthy = wire.await(
                1,
                record -> record.topic().equals("track-processed")
                        && Synced.id(3).toString().equals(record.key()));
        var dead = wire.await(1, record -> record.topic().equals("track-synced-dlq"));

        assertThat(healthy).hasSize(1);
        assertThat(dead).extracting(ConsumerRecord::key).containsExactly("poison");
        assertThat(header(dead.getFirst(), "dead-letter-topic")).isEqualTo("track-synced");
        assertThat(header(dead.getFirst(), "dead-letter-reason")).startsWith("not a TrackSynced");
    }

    @Test
    void aThousandTracksAreAllAnsweredOnce() {
        wire.say(IntStream.range(1000, 2000).mapToObj(Synced::track).toList(), "many");

        List<ConsumerRecord<String, byte[]>> said = wire.await(1000, about(Topic.TRACK_PROCESSED, "many"));

        assertThat(said).hasSize(1000);
    }

    @Test
    void theJobsAreCountedByOutcome() {
        wire.say(Synced.track(4), "counted");
        wire.await(1, about(Topic.TRACK_PROCESSED, "counted"));

        when().get("/jobs")
                .then()
                .statusCode(200)
                .body("processed.NO_AUDIO", greaterThan(0))
                .body("inbox.directory", notNullValue());
    }

    @Test
    void whatCannotBeWrittenIsHeldWithAReasonAndEverythingElseGoesOn() throws Exception {
        Path output = Path.of(ConfigProvider.getConfig().getValue("segue.audio.output", String.class));
        Path inbox = Path.of(ConfigProvider.getConfig().getValue("segue.audio.inbox", String.class));
        var track = Synced.track(6, "Full Disk", List.of("Mara Lind"), Duration.ofSeconds(20), Optional.empty());
        int before = when().get("/jobs").then().extract().path("inbox.files");
        Tone.write(inbox.resolve("Mara Lind - Full Disk.wav"), Duration.ofSeconds(20));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> when().get("/jobs").then().body("inbox.files", greaterThan(before)));
        Awaitility.await()
                .until(() ->
                        !Files.exists(work(output)) || work(output).toFile().delete());
        Files.writeString(work(output), "in the way");

        wire.say(Synced.fact(track), "full");
        TrackProcessed held =
                processed(wire.await(1, about(Topic.TRACK_PROCESSED, "full")).getLast());
        wire.say(Synced.track(7), "meanwhile");
        TrackProcessed other = processed(
                wire.await(1, about(Topic.TRACK_PROCESSED, "meanwhile")).getLast());
        Files.delete(work(output));
        TrackProcessed later =
                processed(wire.await(2, about(Topic.TRACK_PROCESSED, "full")).getLast());

        assertThat(held.detail())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("cannot be written").endsWith("until it can be"));
        assertThat(other.outcome()).isEqualTo(TrackProcessed.Outcome.NO_AUDIO);
        assertThat(later.outcome()).isEqualTo(TrackProcessed.Outcome.IMPORTED);
    }

    private static TrackProcessed processed(ConsumerRecord<String, byte[]> said) {
        return Wire.read(TrackProcessed.class, said.value());
    }

    private static Path work(Path output) {
        return output.resolve(".segue-work");
    }

    @Test
    void aRetryFindsWhatCameLaterAndNamesWhatNobodyKnows() throws Exception {
        var track = Synced.track(5, "Day Bus", List.of("Mara Lind"), Duration.ofSeconds(20), Optional.empty());
        wire.say(Synced.fact(track), "early");
        wire.await(1, about(Topic.TRACK_PROCESSED, "early"));
        Path inbox = Path.of(ConfigProvider.getConfig().getValue("segue.audio.inbox", String.class));
        Path output = Path.of(ConfigProvider.getConfig().getValue("segue.audio.output", String.class));
        Tone.write(inbox.resolve("Mara Lind - Day Bus.wav"), Duration.ofSeconds(20));

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            when().post("/jobs/" + Synced.id(5) + "/retry").then().statusCode(202);
            assertThat(output.resolve("Mara Lind - Day Bus.mp3")).isNotEmptyFile();
        });

        when().post("/jobs/" + Synced.id(77) + "/retry").then().statusCode(404);
        when().post("/jobs/nonsense/retry").then().statusCode(400);
    }
}
