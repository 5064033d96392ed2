package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.TrackId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class HandsTest {

    private static final TrackId ID = Synced.id(1);

    /// Tasks that were handed over, and have not begun.
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    private final List<String> done = new ArrayList<>();

    private final Hands hands = new Hands(new AtOnce() {
        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }
    });

    @Test
    void whatComesWhileATrackIsInHandIsSeenToAfterwardsAndOnce() {
        hands.take(ID, () -> {
            done.add("first");
            hands.take(ID, () -> done.add("came while it was worked on"));
            hands.take(ID, () -> done.add("came last"));
        });

        work();

        assertThat(done).containsExactly("first", "came last");
        assertThat(hands.have(ID)).isFalse();
    }

    @Test
    void aTrackIsInHandOnlyOnceAtATime() {
        hands.take(ID, () -> done.add("first"));

        hands.take(ID, () -> done.add("second"));

        assertThat(tasks).hasSize(1);
        assertThat(hands.have(ID)).isTrue();
    }

    private void work() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }
}
