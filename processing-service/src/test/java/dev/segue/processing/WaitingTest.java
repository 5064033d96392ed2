package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.TrackId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final TrackId ID = Synced.id(1);

    @TempDir
    private Path directory;

    private Instant now = START;

    @Test
    void troubleIsWaitedOutTwiceAsLongEachTimeUpToAnHourAlsoAfterARestart() {
        var pauses = new ArrayList<Duration>();
        IntStream.range(0, 6).forEach(_ -> {
            Waiting restarted = open();
            restarted.trouble(ID, "nobody answers");
            Instant again = again(restarted);
            pauses.add(Duration.between(now, again));
            now = again;
        });

        assertThat(pauses).extracting(Duration::toMinutes).containsExactly(5L, 10L, 20L, 40L, 60L, 60L);
    }

    @Test
    void anAnswerEndsTheTrouble() {
        Waiting waiting = open();
        waiting.trouble(ID, "nobody answers");
        waiting.trouble(ID, "nobody answers");
        waiting.vain(ID, Waiting.Lack.NOTHING, "no such song");

        waiting.trouble(ID, "nobody answers");

        assertThat(again(waiting)).isEqualTo(START.plus(Duration.ofMinutes(5)));
    }

    @Test
    void whatIsTriedNowIsNotForgottenByAKill() {
        Waiting waiting = open();
        waiting.vain(ID, Waiting.Lack.LOCKED, "DRM");
        waiting.now(ID);

        Waiting restarted = open();

        assertThat(restarted.due()).containsExactly(ID);
        assertThat(restarted.early(ID)).isEmpty();
    }

    @Test
    void whatIsPutOffIsNotDueAtOnce() {
        Waiting waiting = open();
        waiting.trouble(ID, "nobody answers");
        now = now.plus(Duration.ofHours(1));
        List<TrackId> before = waiting.due();

        waiting.putOff(ID);

        assertThat(before).containsExactly(ID);
        assertThat(waiting.due()).isEmpty();
        assertThat(again(waiting)).isEqualTo(now.plus(Duration.ofDays(7)));
    }

    private Waiting open() {
        return new Waiting(directory.resolve("waiting.jsonl"), Duration.ofDays(7), () -> now);
    }

    private static Instant again(Waiting waiting) {
        return waiting.all().getFirst().again().orElseThrow();
    }
}
