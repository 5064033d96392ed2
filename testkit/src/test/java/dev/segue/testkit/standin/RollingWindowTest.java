package dev.segue.testkit.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RollingWindowTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final RollingWindow window = new RollingWindow(Duration.ofSeconds(30));

    @Test
    void isFullUntilTheOldestCallLeaves() {
        window.add(START);
        window.add(START.plusSeconds(10));

        assertThat(window.fullUntil(START.plusSeconds(20), 2)).contains(START.plusSeconds(30));
        assertThat(window.fullUntil(START.plusSeconds(20), 3)).isEmpty();
        assertThat(window.fullUntil(START.plusSeconds(30), 2)).isEmpty();
    }

    @Test
    void whoLowersTheLimitWaitsForAsManyAsAreTooMany() {
        window.add(START);
        window.add(START.plusSeconds(10));
        window.add(START.plusSeconds(15));

        assertThat(window.fullUntil(START.plusSeconds(20), 2)).contains(START.plusSeconds(40));
    }
}
