package dev.segue.testkit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StandInTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final StandIn notes = StandIn.start(0, new StandInClock(() -> NOON), new Notes());
    private final Client client = new Client(notes.address());

    @AfterEach
    void stop() {
        client.close();
        notes.close();
    }

    @Test
    void callsAreCountedByTemplateAndStatus() {
        client.put("/notes/one", "");
        client.get("/notes/one");
        client.get("/notes/two");
        client.get("/elsewhere");

        var counts = client.get("/__control/calls").json();

        assertThat(counts)
                .hasToString("{\"total\":4,\"byEndpoint\":{\"GET /elsewhere\":1,\"GET /notes/{id}\":2,"
                        + "\"PUT /notes/{id}\":1},\"byStatus\":{\"200\":1,\"204\":1,\"404\":2}}");
    }

    @Test
    void theMostExactTemplateAnswers() {
        client.put("/notes/a%3Ab", "");

        assertThat(client.get("/notes/all").json()).hasToString("[\"a:b\"]");
        assertThat(notes.calls().of("GET /notes/all")).isOne();
    }

    @Test
    void errorsHaveTheFormOfTheApi() {
        assertThat(client.get("/notes/one").json()).hasToString("{\"problem\":\"no note one\"}");
        assertThat(client.get("/nowhere").json()).hasToString("{\"problem\":\"Not found\"}");
        assertThat(client.post("/notes/one", "").status()).isEqualTo(405);
    }

    @Test
    void linksLeadToTheAddressThatWasCalled() {
        client.put("/notes/one", "");

        assertThat(client.get("/notes/one").json().get("link").asText()).isEqualTo(notes.address() + "/notes/one");
    }

    @Test
    void aFaultHitsAsManyCallsOfItsEndpointAsItSays() {
        client.put("/notes/one", "");
        fault("{\"endpoint\":\"GET /notes/{id}\",\"kind\":\"429\",\"count\":2,\"retryAfter\":86400}");

        assertThat(client.get("/notes/all").status()).isEqualTo(200);
        assertThat(client.get("/notes/one").header("Retry-After")).isEqualTo("86400");
        assertThat(client.get("/notes/one").status()).isEqualTo(429);
        assertThat(client.get("/notes/one").status()).isEqualTo(200);
    }

    @Test
    void anErrorAfterTheEffectLeavesTheEffect() {
        fault("{\"kind\":\"5xx-after-effect\",\"endpoint\":\"PUT /notes/{id}\"}");
        fault("{\"kind\":\"5xx\",\"endpoint\":\"PUT /notes/{id}\",\"status\":503}");

        assertThat(client.put("/notes/one", "").status()).isBetween(500, 599);
        assertThat(client.put("/notes/two", "").status()).isEqualTo(503);
        assertThat(client.get("/__control/state").json()).hasToString("[\"one\"]");
    }

    @Test
    void aTimeoutIsNeverAnswered() {
        fault("{\"kind\":\"timeout\"}");

        assertThatThrownBy(() -> client.send(client.request("GET", "/notes/all", "")
                        .timeout(Duration.ofSeconds(2))
                        .build()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(notes.calls().counts().byStatus()).containsOnlyKeys("0");
    }

    @Test
    void resetReleasesWhoWaits() {
        fault("{\"kind\":\"slow\",\"delay\":\"1h\"}");
        Thread waiting = Thread.startVirtualThread(() -> client.get("/notes/all"));
        await().until(() -> notes.faults().open().isEmpty());

        await().until(() -> {
            client.post("/__control/reset", "");
            return !waiting.isAlive();
        });
    }

    @Test
    void garbageIsNotJson() {
        fault("{\"kind\":\"garbage\"}");

        assertThatThrownBy(() -> client.get("/notes/all").json()).isInstanceOf(AssertionError.class);
    }

    @Test
    void anErrorCanComeWith200AndARedirectCanLeadElsewhere() {
        fault("{\"kind\":\"200-with-error\"}");
        fault("{\"kind\":\"redirect\",\"location\":\"http://other.invalid/x\"}");

        assertThat(client.get("/notes/all").json()).hasToString("{\"problem\":\"Internal server error\"}");
        assertThat(client.get("/notes/all").header("Location")).isEqualTo("http://other.invalid/x");
    }

    @Test
    void theSameSeedHitsTheSameCalls() {
        assertThat(hits(7))
                .isEqualTo(hits(7))
                .isNotEqualTo(hits(8))
                .contains("200")
                .contains("500");
    }

    private String hits(int seed) {
        client.post("/__control/reset", "");
        fault("{\"kind\":\"5xx\",\"status\":500,\"rate\":0.5,\"seed\":" + seed + "}");
        var statuses = new StringBuilder();
        for (int call = 0; call < 20; call++) {
            statuses.append(client.get("/notes/all").status()).append(' ');
        }
        return statuses.toString();
    }

    @Test
    void theClockJumpsAndIsSetBack() {
        assertThat(client.post("/__control/clock", "{\"advance\":\"24h\"}").json())
                .hasToString("{\"now\":\"2026-11-23T12:00:00Z\"}");

        client.post("/__control/reset", "");

        assertThat(client.get("/__control/clock").json()).hasToString("{\"now\":\"2026-11-22T12:00:00Z\"}");
    }

    @Test
    void aMistakeInAControlCallIsToldInOneLine() {
        assertThat(client.post("/__control/faults", "{\"kind\":\"fire\"}").json())
                .hasToString("{\"error\":\"unknown kind \\\"fire\\\"; one of 429, 5xx, 5xx-after-effect, timeout, slow,"
                        + " garbage, 200-with-error, redirect\"}");
        assertThat(client.post("/__control/faults", "{\"kind\":\"429\",\"endpoint\":\"GET /x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/__control/clock", "{\"advance\":\"soon\"}").status())
                .isEqualTo(400);
        assertThat(client.post("/__control/mode", "{}").json()).hasToString("{\"error\":\"there is but one mode\"}");
        assertThat(client.get("/__control/nothing").status()).isEqualTo(404);
    }

    @Test
    void resetForgetsCountsAndFaultsAndKeepsData() {
        client.put("/notes/one", "");
        fault("{\"kind\":\"429\",\"count\":100}");

        client.post("/__control/reset", "");

        assertThat(notes.calls().total()).isZero();
        assertThat(client.get("/notes/one").status()).isEqualTo(200);
    }

    private void fault(String json) {
        assertThat(client.post("/__control/faults", json).status()).isEqualTo(200);
    }
}
