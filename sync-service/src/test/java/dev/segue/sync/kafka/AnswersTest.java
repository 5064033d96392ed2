package dev.segue.sync.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Answers answers = new Answers();
    private final List<Integer> said = new CopyOnWriteArrayList<>();

    @Test
    void areSaidInTheOrderInWhichTheyCame() throws InterruptedException {
        List<Integer> all = IntStream.range(0, 2_000).boxed().toList();

        all.forEach(one -> answers.add(() -> said.add(one)));

        answers.await(PATIENCE);
        assertThat(said).isEqualTo(all);
    }

    @Test
    void oneThatCannotBeSaidDoesNotSilenceTheOthers() throws InterruptedException {
        answers.add(() -> {
            throw new IllegalStateException("made up");
        });
        answers.add(() -> said.add(1));

        answers.await(PATIENCE);

        assertThat(said).containsExactly(1);
    }

    @Test
    void whoeverIsFarAheadWaits() throws InterruptedException {
        var mayGoOn = new CompletableFuture<Void>();
        answers.add(mayGoOn::join);

        CompletableFuture<Void> ahead = CompletableFuture.runAsync(
                () -> IntStream.range(0, 10_000).forEach(n -> answers.add(() -> said.add(n))));

        Awaitility.await().during(Duration.ofMillis(300)).until(() -> !ahead.isDone());
        mayGoOn.complete(null);
        ahead.join();
        answers.await(PATIENCE);
        assertThat(said).hasSize(10_000);
    }

    @Test
    void areNotAwaitedForEver() throws InterruptedException {
        var mayGoOn = new CompletableFuture<Void>();
        answers.add(mayGoOn::join);
        answers.add(() -> said.add(1));

        answers.await(Duration.ofMillis(100));

        assertThat(said).isEmpty();
        mayGoOn.complete(null);
    }
}
