package dev.segue.library.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiStatusTest {

    private static final Instant NOW = FactFixture.AT;

    @Test
    void answerCanBeExpectedWhileNothingIsInTheWay() {
        assertThat(status(101, Optional.empty(), Optional.empty()).available(NOW))
                .isTrue();
    }

    @Test
    void noneCanBeExpectedOfOneThatGivesNone() {
        assertThat(status(101, Optional.empty(), Optional.of("cannot be reached"))
                        .available(NOW))
                .isFalse();
    }

    @Test
    void noneCanBeExpectedWhileItIsBlockedOrOnlyTheReserveIsLeft() {
        assertThat(status(101, Optional.of(NOW.plusSeconds(1)), Optional.empty())
                        .available(NOW))
                .isFalse();
        assertThat(status(100, Optional.empty(), Optional.empty()).available(NOW))
                .isFalse();
    }

    private static ApiStatus status(int left, Optional<Instant> blockedUntil, Optional<String> unreached) {
        return new ApiStatus(
                ApiStatus.Api.SPOTIFY,
                true,
                0,
                left,
                100,
                blockedUntil,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                unreached,
                List.of(),
                List.of(),
                NOW);
    }
}
