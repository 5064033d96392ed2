package dev.segue.detection.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTest {

    /// Keeps what shall be done later, and how much later, until it is told to do it.
    private static final class Later extends ScheduledThreadPoolExecutor {

        private final List<Duration> rests = new ArrayList<>();
        private final Deque<Runnable> due = new ArrayDeque<>();

        Later() {
            super(0);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            rests.add(Duration.of(delay, unit.toChronoUnit()));
            due.add(command);
            return super.schedule(() -> {}, 1, TimeUnit.DAYS);
        }

        void run(int times) {
            for (int time = 0; time < times; time++) {
                due.remove().run();
            }
        }
    }

    private final Later later = new Later();
    private final Deque<Duration> answers = new ArrayDeque<>();
    private int looks;

    private Watch watch(boolean wanted) {
        return new Watch(this::look, wanted, later);
    }

    private Duration look() {
        looks++;
        if (answers.isEmpty()) {
            throw new IllegalStateException("a surprise");
        }
        return answers.remove();
    }

    @AfterEach
    void stop() {
        later.shutdownNow();
    }

    @Test
    void eachLookSaysWhenTheNextOneIs() {
        answers.addAll(List.of(Duration.ofMinutes(2), Duration.ofSeconds(97), Duration.ofMinutes(5)));
        watch(true).start(new StartupEvent());

        later.run(3);

        assertThat(looks).isEqualTo(3);
        assertThat(later.rests)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofSeconds(97), Duration.ofMinutes(5));
    }

    @Test
    void surpriseIsNotTheEndOfIt() {
        watch(true).start(new StartupEvent());

        later.run(2);

        assertThat(looks).isEqualTo(2);
        assertThat(later.rests).endsWith(Duration.ofMinutes(5), Duration.ofMinutes(5));
    }

    @Test
    void nobodyLooksUnlessItIsWanted() {
        watch(false).start(new StartupEvent());

        assertThat(later.rests).isEmpty();
    }

    @Test
    void lastLookAsksForNoOtherWhenTheServiceStops() {
        answers.add(Duration.ofMinutes(2));
        Watch watch = watch(true);
        watch.start(new StartupEvent());
        watch.stop();

        later.run(1);

        assertThat(later.rests).hasSize(1);
    }
}
