package dev.segue.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.detection.ApiGate.Purpose;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.library.fact.ApiStatus.Calls;
import dev.segue.library.fact.ApiStatus.Feature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiGateTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final ApiGate.Limits LIMITS = new ApiGate.Limits(10, 3, 1_000);
    private static final String ENDPOINT = "GET /v1/tracks/{id}";

    private final MovableClock clock = MovableClock.at(START);
    private final List<ApiStatus> told = new ArrayList<>();

    @Test
    void budgetLeavesAReserveForWhatPlaysNow() {
        ApiGate gate = open("app");
        for (int call = 0; call < 7; call++) {
            assertThat(gate.enter(Purpose.OTHER)).isEmpty();
        }

        assertThat(gate.enter(Purpose.OTHER)).isPresent();
        assertThat(gate.enter(Purpose.NOW_PLAYING)).isEmpty();
        assertThat(gate.status().budgetLeft()).isEqualTo(2);
        assertThat(gate.status().available(clock.instant())).isFalse();
    }

    @Test
    void windowRollsByTheCallNotByTheDay() {
        ApiGate gate = open("app");
        gate.enter(Purpose.OTHER);
        clock.advance(Duration.ofHours(12));
        for (int call = 0; call < 6; call++) {
            gate.enter(Purpose.OTHER);
        }

        Instant until = gate.closedUntil(Purpose.OTHER).orElseThrow();

        assertThat(until).isBetween(START.plus(Duration.ofHours(24)), START.plus(Duration.ofHours(25)));
        clock.set(until);
        assertThat(gate.enter(Purpose.OTHER)).isEmpty();
        assertThat(gate.enter(Purpose.OTHER)).isPresent();
    }

    @Test
    void rateLimitClosesItForAsLongAsItSaysAlsoForWhatPlaysNow() {
        ApiGate gate = open("app");

        Instant until = gate.rateLimited(ENDPOINT, Optional.of(Duration.ofHours(24)), true);

        assertThat(until).isEqualTo(START.plus(Duration.ofHours(24)).plusSeconds(1));
        assertThat(gate.enter(Purpose.NOW_PLAYING)).contains(until);
        assertThat(told.getLast().blockedUntil()).contains(until);
        clock.set(until);
        assertThat(gate.enter(Purpose.OTHER)).isEmpty();
    }

    @Test
    void rateLimitWithoutAnEndIsWaitedOutLongerEachTime() {
        ApiGate gate = open("app");

        Instant first = gate.rateLimited(ENDPOINT, Optional.empty(), false);
        clock.set(first);
        Instant second = gate.rateLimited(ENDPOINT, Optional.empty(), false);
        clock.set(second);
        gate.ended(ENDPOINT, new Outcome.Answer<>("yes"));
        Instant third = gate.rateLimited(ENDPOINT, Optional.empty(), false);

        assertThat(Duration.between(START, first)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Duration.between(first, second)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Duration.between(second, third)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void quotaWithoutAnEndIsWaitedOutForAnHour() {
        Instant until = open("app").rateLimited(ENDPOINT, Optional.empty(), true);

        assertThat(until).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void restartForgetsNothing() {
        ApiGate before = open("app");
        before.enter(Purpose.OTHER);
        before.ended(ENDPOINT, new Outcome.Answer<>("yes"));
        before.refuse(Feature.BATCH);
        Instant until = before.rateLimited(ENDPOINT, Optional.of(Duration.ofHours(5)), false);

        ApiGate after = gate("app");
        after.remember(told.getLast());
        after.open();

        assertThat(after.enter(Purpose.OTHER)).contains(until);
        assertThat(after.refuses(Feature.BATCH)).isTrue();
        assertThat(after.status().callsInWindow()).isOne();
        assertThat(after.status().calls())
                .containsExactly(new Calls(ENDPOINT, "ANSWER", 1), new Calls(ENDPOINT, "RATE_LIMITED", 1));
    }

    @Test
    void anotherClientIdIsRefusedNothingYetButStaysBlocked() {
        ApiGate before = open("app");
        before.refuse(Feature.BATCH);
        before.rateLimited(ENDPOINT, Optional.of(Duration.ofHours(5)), false);

        ApiGate after = gate("other");
        after.remember(told.getLast());
        after.open();

        assertThat(after.refuses(Feature.BATCH)).isFalse();
        assertThat(after.enter(Purpose.OTHER)).isPresent();
    }

    @Test
    void nothingPassesBeforeAllIsRememberedOrWithoutCredentials() {
        ApiGate forgetful = gate("app");
        ApiGate nobodys = new ApiGate(Api.SPOTIFY, Optional.empty(), LIMITS, clock, told::add);
        nobodys.open();

        assertThat(forgetful.enter(Purpose.OTHER)).isPresent();
        assertThat(nobodys.enter(Purpose.OTHER)).isPresent();
        assertThat(nobodys.status().configured()).isFalse();
        assertThat(nobodys.status().budgetLeft()).isZero();
    }

    @Test
    void clockThatJumpsBackNeitherClosesItForEverNorGivesNewBudget() {
        clock.advance(Duration.ofDays(700));
        ApiGate gate = open("app");
        for (int call = 0; call < 7; call++) {
            gate.enter(Purpose.OTHER);
        }
        gate.rateLimited(ENDPOINT, Optional.of(Duration.ofHours(1)), false);

        clock.set(START);

        assertThat(gate.closedUntil(Purpose.NOW_PLAYING)).isEmpty();
        assertThat(gate.closedUntil(Purpose.OTHER).orElseThrow()).isBefore(START.plus(Duration.ofHours(25)));
    }

    @Test
    void problemEndsWithTheNextAnswer() {
        ApiGate gate = open("app");
        gate.unusable("log in");
        assertThat(gate.status().configured()).isFalse();

        gate.ended(ENDPOINT, new Outcome.Answer<>("yes"));

        assertThat(gate.status().configured()).isTrue();
        assertThat(gate.status().problem()).isEmpty();
    }

    @Test
    void callThatArrivesNowhereDoesNotCountAndNothingWaitsForThoseToCome() {
        ApiGate gate = open("app");
        gate.enter(Purpose.OTHER);
        gate.lost("cannot be reached");
        gate.enter(Purpose.OTHER);
        gate.lost("cannot be reached");

        assertThat(gate.status().callsInWindow()).isZero();
        assertThat(gate.status().calls()).isEmpty();
        assertThat(gate.status().available(clock.instant())).isFalse();
        assertThat(told).filteredOn(status -> status.unreached().isPresent()).hasSize(1);
        assertThat(gate.enter(Purpose.OTHER)).as("it closes nothing").isEmpty();
        gate.ended(ENDPOINT, new Outcome.NotFound<>("no such track"));
        assertThat(gate.status().available(clock.instant())).isTrue();
    }

    @Test
    void secondFailureInARowIsTheApisAndAnAnswerEndsIt() {
        ApiGate gate = open("app");
        gate.ended(ENDPOINT, new Outcome.Failed<>("status 503"));
        gate.ended(ENDPOINT, new Outcome.Answer<>("yes"));
        gate.ended(ENDPOINT, new Outcome.Failed<>("status 503"));
        assertThat(gate.status().available(clock.instant())).isTrue();

        gate.ended(ENDPOINT, new Outcome.Failed<>("status 503"));

        assertThat(gate.status().available(clock.instant())).isFalse();
        assertThat(gate.status().unreached()).contains("status 503");
        gate.ended(ENDPOINT, new Outcome.Answer<>("yes"));
        assertThat(gate.status().unreached()).isEmpty();
    }

    private ApiGate open(String app) {
        ApiGate gate = gate(app);
        gate.open();
        return gate;
    }

    private ApiGate gate(String app) {
        return new ApiGate(Api.SPOTIFY, Optional.of(app), LIMITS, clock, told::add);
    }
}
