package dev.segue.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Hint;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.FetchRequested.Reason;
import dev.segue.library.fact.TrackFetched;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final TrackId ONE = TrackId.spotify("aaaaaaaaaaaaaaaaaaaaa1");
    private static final TrackId OTHER = TrackId.spotify("aaaaaaaaaaaaaaaaaaaaa2");

    private final TrackIndex index = new TrackIndex(SettingsFixture.defaults());
    private final Waiting waiting = new Waiting(index);

    @Test
    void eachRunThatWaitsIsPassedOnOnce() {
        waiting.add(request(ONE, Reason.MISSING), Envelope.of("first"));
        waiting.add(request(ONE, Reason.MISSING), Envelope.of("second"));
        waiting.add(request(ONE, Reason.MISSING), Envelope.of("second"));

        assertThat(waiting.takeThose(_ -> true, NOW))
                .extracting(asked -> asked.envelope().runId().orElseThrow())
                .containsExactlyInAnyOrder("first", "second");
        assertThat(waiting.takeThose(_ -> true, NOW)).isEmpty();
    }

    @Test
    void whatIsAnsweredOrOnlyRefreshedDoesNotWait() {
        waiting.add(request(ONE, Reason.MISSING), Envelope.NONE);
        waiting.add(request(OTHER, Reason.STALE), Envelope.NONE);

        waiting.answered(ONE);

        assertThat(waiting.takeThose(_ -> true, NOW)).isEmpty();
    }

    @Test
    void answerThatWasReplayedBeforeItsRequestCounts() {
        index.learn(new TrackFetched(ONE, Optional.empty(), Hint.of(ONE), Optional.empty(), Optional.empty(), NOW));

        waiting.add(request(ONE, Reason.MISSING), Envelope.NONE);

        assertThat(waiting.takeThose(_ -> true, NOW)).isEmpty();
    }

    @Test
    void answerThatIsTooOldToBeBelievedLetsItWait() {
        Instant longAgo = NOW.minus(TrackFetched.UNKNOWN_FOR);
        index.learn(new TrackFetched(ONE, Optional.empty(), Hint.of(ONE), Optional.empty(), Optional.empty(), longAgo));

        waiting.add(request(ONE, Reason.MISSING), Envelope.NONE);

        assertThat(waiting.takeThose(_ -> true, NOW)).hasSize(1);
    }

    private static FetchRequested request(TrackId id, Reason reason) {
        return new FetchRequested(id, reason, Hint.of(id), Optional.empty(), Optional.empty(), NOW);
    }
}
