package dev.segue.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Hint;
import dev.segue.library.TrackId;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.FetchRequested.Reason;
import dev.segue.metadata.MetadataConfig.LookupMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Two refreshes a day.
class RefreshAllowanceTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final TrackId ONE = TrackId.spotify("aaaaaaaaaaaaaaaaaaaaa1");
    private static final TrackId TWO = TrackId.spotify("aaaaaaaaaaaaaaaaaaaaa2");
    private static final TrackId THREE = TrackId.spotify("aaaaaaaaaaaaaaaaaaaaa3");

    private final RefreshAllowance allowance = new RefreshAllowance(new SettingsFixture(LookupMode.CSV_FIRST, 2));

    @Test
    void whatWasTakenBeforeARestartIsTaken() {
        allowance.heard(request(ONE, Reason.STALE, NOON.minus(Duration.ofHours(3))));
        allowance.heard(request(TWO, Reason.STALE, NOON.minus(Duration.ofHours(2))));

        assertThat(allowance.take(THREE, NOON)).isFalse();
    }

    @Test
    void onesOwnRequestIsNotCountedTwiceWhenItIsHeard() {
        allowance.take(ONE, NOON);
        allowance.heard(request(ONE, Reason.STALE, NOON));

        assertThat(allowance.take(TWO, NOON)).isTrue();
        assertThat(allowance.take(THREE, NOON)).isFalse();
    }

    @Test
    void trackThatIsDetectedTwiceTakesOne() {
        allowance.take(ONE, NOON);

        assertThat(allowance.take(ONE, NOON)).isTrue();
        assertThat(allowance.take(TWO, NOON)).isTrue();
    }

    @Test
    void missesAndOtherDaysDoNotCount() {
        allowance.take(ONE, NOON);
        allowance.heard(request(TWO, Reason.MISSING, NOON));
        allowance.heard(request(TWO, Reason.STALE, NOON.minus(Duration.ofDays(1))));

        assertThat(allowance.take(THREE, NOON)).isTrue();
        assertThat(allowance.take(TWO, NOON)).isFalse();
        assertThat(allowance.take(TWO, NOON.plus(Duration.ofDays(1)))).isTrue();
    }

    private static FetchRequested request(TrackId id, Reason reason, Instant at) {
        return new FetchRequested(id, reason, Hint.of(id), Optional.empty(), Optional.empty(), at);
    }
}
