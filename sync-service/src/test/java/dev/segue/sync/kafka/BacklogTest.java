package dev.segue.sync.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.Tracing;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Enriched;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BacklogTest extends WithBacklog {

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
}
