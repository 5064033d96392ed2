package dev.segue.sync.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactBatch;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.Tracing;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.Wire;
import dev.segue.sync.CataloguePause;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Enriched;
import dev.segue.sync.Sync;
import dev.segue.sync.SyncRules;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    private final CataloguePause paused = new CataloguePause(Clock.systemUTC());
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final Questioned catalogue = new Questioned();
    private Tracing tracing = Tracing.OFF;

    @Test
    void aThousandFactsInBatchesOfAnySizeCostTenQuestions() {
        catalogue.gathering(Duration.ofSeconds(1));
        Backlog backlog = backlog();

        for (int from = 0, size = 1; from < 1_000; from += size, size = size * 7 % 53) {
            var _ = backlog.add(batch(from, Math.min(from + size, 1_000)));
        }

        awaitAnswers(1_000);
        assertThat(catalogue.questions()).hasSize(10).containsOnly(100);
    }

    @Test
    void fewFactsDoNotWaitForLong() {
        catalogue.gathering(Duration.ofMillis(20));

        var _ = backlog().add(batch(0, 30));

        awaitAnswers(30);
        assertThat(catalogue.questions()).containsExactly(30);
    }

    @Test
    void aCatalogueThatIsCheapToAskGetsFactsAtOnce() {
        Backlog backlog = backlog();

        backlog.add(batch(0, 30)).thenCompose(_ -> backlog.add(batch(30, 40))).join();

        awaitAnswers(40);
        assertThat(ended).containsExactlyInAnyOrder("acknowledged 0", "acknowledged 30");
    }

    @Test
    void theNextFactsAreReadWhileAGroupIsWrittenAndNoMore() {
        Semaphore questions = catalogue.oneByOne();
        Backlog backlog = backlog();
        assertThat(backlog.add(batch(0, 100))).isDone();
        CompletableFuture<Void> more = backlog.add(batch(100, 200));
        assertThat(more).isNotDone();

        questions.release();

        assertThat(more).succeedsWithin(Duration.ofSeconds(10));
        assertThat(catalogue.questions()).containsExactly(100);
        questions.release();
        awaitAnswers(200);
    }

    @Test
    void onlyTheFactThatSurprisesIsRefused() {
        catalogue.surprising(Enriched.id(7));

        var _ = backlog().add(batch(0, 20));

        awaitAnswers(19);
        Awaitility.await().until(() -> ended.size() == 2);
        assertThat(ended).containsExactly("buried 7", "acknowledged 0");
        assertThat(keys()).doesNotContain(Enriched.id(7).toString()).doesNotHaveDuplicates();
    }

    @Test
    void theNextFactsAreWrittenWhileTheAnswersAreBeingSaid() {
        var slow = new CompletableFuture<Void>();
        tracing = new Tracing() {
            @Override
            public Step handling(TopicPartition from, String key, Envelope cause) {
                return OFF.handling(from, key, cause);
            }

            @Override
            public Step writing(Fact fact, Envelope cause) {
                slow.join();
                return OFF.writing(fact, cause);
            }
        };
        Backlog backlog = backlog();

        var _ = backlog.add(batch(0, 30));
        Awaitility.await().until(() -> catalogue.questions().size() == 1);
        var _ = backlog.add(batch(30, 40));

        Awaitility.await().until(() -> catalogue.questions().size() == 2);
        assertThat(broker.history()).isEmpty();
        slow.complete(null);
        awaitAnswers(40);
    }

    @Test
    void aFactWhoseAnswerCannotBeSaidIsRefusedAlone() {
        broker.sendException = new IllegalStateException("made up");

        var _ = backlog().add(batch(0, 2));

        Awaitility.await().until(() -> ended.size() == 3);
        assertThat(ended).containsExactly("buried 0", "buried 1", "acknowledged 0");
    }

    @Test
    void whatWasWrittenIsSaidBeforeTheServiceStops() {
        Backlog backlog = backlog();
        backlog.add(batch(0, 250))
                .thenCompose(_ -> backlog.add(batch(250, 500)))
                .join();

        backlog.stop();

        int said = broker.history().size();
        assertThat(said)
                .isEqualTo(catalogue.questions().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    @Test
    void whileTheCatalogueIsAwayItIsSaidForWhatIsWaitedAndThenItGoesOn() {
        catalogue.unavailable(CatalogueUnavailable.limited("its limit is reached", Duration.ofMillis(300)));

        CompletableFuture<Void> more = backlog().add(batch(0, 120));

        Awaitility.await().until(() -> paused.now().isPresent());
        assertThat(paused.now().orElseThrow().reason()).isEqualTo("its limit is reached");
        assertThat(paused.now().orElseThrow().limited()).isTrue();
        assertThat(more).isNotDone();
        assertThat(keys()).isEmpty();
        awaitAnswers(120);
        assertThat(more).succeedsWithin(Duration.ofSeconds(10));
        Awaitility.await().until(() -> paused.now().isEmpty());
        assertThat(keys())
                .containsExactlyElementsOf(IntStream.range(0, 120)
                        .mapToObj(n -> Enriched.id(n).toString())
                        .toList());
    }

    @Test
    void aCatalogueThatNobodyPromisesAnythingOfIsSaidToBeNoLimit() {
        catalogue.unavailable(new CatalogueUnavailable("the disk is full", Duration.ofMinutes(1)));

        var _ = backlog().add(batch(0, 20));

        Awaitility.await().until(() -> paused.now().isPresent());
        assertThat(paused.now().orElseThrow().reason()).isEqualTo("the disk is full");
        assertThat(paused.now().orElseThrow().limited()).isFalse();
    }

    @Test
    void whileATrackIsInDoubtOnlyItsOwnFactsWaitAndInTheirOrder() {
        catalogue.doubt(Enriched.id(2), new CatalogueUnavailable("2 is looked for", Duration.ofMillis(20)));
        Backlog backlog = backlog();

        backlog.add(batch(List.of(0, 1, 2, 2, 3)))
                .thenCompose(_ -> backlog.add(batch(List.of(4, 2, 5))))
                .thenCompose(_ -> backlog.add(batch(List.of(6, 7))))
                .join();

        awaitAnswers(7);
        assertThat(keys()).containsExactlyElementsOf(ids(0, 1, 3, 4, 5, 6, 7));
        Awaitility.await().until(() -> paused.now().isPresent());
        assertThat(paused.now().orElseThrow().reason()).isEqualTo("2 is looked for");
        assertThat(ended).containsExactly("acknowledged 6");

        catalogue.settle(Enriched.id(2));

        awaitAnswers(10);
        assertThat(keys().subList(7, 10)).containsExactlyElementsOf(ids(2, 2, 2));
        assertThat(broker.history().subList(7, 10))
                .extracting(
                        answer -> Wire.read(TrackSynced.class, answer.value()).outcome())
                .containsExactly(
                        TrackSynced.Outcome.CREATED, TrackSynced.Outcome.UNCHANGED, TrackSynced.Outcome.UNCHANGED);
        Awaitility.await().until(() -> ended.size() == 3 && paused.now().isEmpty());
        assertThat(ended).containsExactlyInAnyOrder("acknowledged 6", "acknowledged 0", "acknowledged 4");
    }

    @Test
    void noMoreFactsAreReadWhileAHundredAreInDoubt() {
        IntStream.range(0, 101)
                .forEach(n ->
                        catalogue.doubt(Enriched.id(n), new CatalogueUnavailable("looked for", Duration.ofMillis(20))));

        CompletableFuture<Void> more = backlog().add(batch(0, 101));

        Awaitility.await().until(() -> paused.now().isPresent());
        assertThat(more).isNotDone();
        IntStream.range(0, 101).forEach(n -> catalogue.settle(Enriched.id(n)));
        awaitAnswers(101);
        assertThat(more).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void whatWaitsWhenTheServiceStopsIsLeftForTheNextStart() {
        catalogue.unavailable(new CatalogueUnavailable("its limit is reached", Duration.ofSeconds(1)));
        Backlog backlog = backlog();
        CompletableFuture<Void> worked = backlog.add(batch(0, 20)).thenCompose(_ -> backlog.add(batch(20, 40)));
        Awaitility.await().until(() -> paused.now().isPresent());

        backlog.stop();

        worked.join();
        assertThat(broker.history()).isEmpty();
        assertThat(ended).isEmpty();
    }

    private Backlog backlog() {
        return new Backlog(new Sync(catalogue, SyncRules.STANDARD, Clock.systemUTC()), paused);
    }

    private void awaitAnswers(int count) {
        Awaitility.await().until(() -> broker.history().size() >= count);
        assertThat(broker.history()).hasSize(count);
    }

    private List<String> keys() {
        return broker.history().stream().map(ProducerRecord::key).toList();
    }

    private static List<String> ids(Integer... numbers) {
        return Stream.of(numbers).map(n -> Enriched.id(n).toString()).toList();
    }

    private FactBatch<TrackEnriched> batch(int from, int to) {
        return batch(IntStream.range(from, to).boxed().toList());
    }

    private FactBatch<TrackEnriched> batch(List<Integer> numbers) {
        return new FactBatch<>(
                TrackEnriched.class,
                numbers.stream().map(Said::new).toList(),
                new FactWriter(broker, "test", tracing),
                () -> tell("acknowledged " + numbers.getFirst()));
    }

    private CompletionStage<Void> tell(String what) {
        ended.add(what);
        return CompletableFuture.completedFuture(null);
    }

    /// The record about one track.
    private final class Said implements FactBatch.Heard {

        private final int number;

        Said(int number) {
            this.number = number;
        }

        @Override
        public String name() {
            return "record " + number;
        }

        @Override
        public String key() {
            return "key " + number;
        }

        @Override
        public TopicPartition from() {
            return new TopicPartition("track-enriched", 3);
        }

        @Override
        public Headers headers() {
            return new RecordHeaders();
        }

        @Override
        public Optional<byte[]> value() {
            return Optional.of(Wire.write(Enriched.track(number).fact()));
        }

        @Override
        public CompletionStage<Void> bury(Throwable reason) {
            return tell("buried " + number);
        }
    }
}
