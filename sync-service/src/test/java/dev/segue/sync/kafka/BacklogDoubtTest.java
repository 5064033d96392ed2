package dev.segue.sync.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.Wire;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Enriched;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What becomes of the others while nobody knows whether a track is written down.
class BacklogDoubtTest extends WithBacklog {

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
        var wait = Awaitility.await().until(paused::now, Optional::isPresent);
        assertThat(wait.orElseThrow().reason()).isEqualTo("2 is looked for");
        Awaitility.await().until(() -> !ended.isEmpty());
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
}
