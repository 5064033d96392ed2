package dev.segue.library.fact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final String PLACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aRecordSaysItsRunAndItsPlaceInATrace() {
        Headers headers = headers("segue-run", "r1", "traceparent", PLACE, "tracestate", "vendor=1");

        Envelope envelope = Envelope.of(headers);

        assertThat(envelope)
                .isEqualTo(new Envelope(
                        Optional.of("r1"), Optional.of(new Envelope.Trace(PLACE, Optional.of("vendor=1")))));
    }

    @Test
    void aLaterVersionOfTheTraceContextIsPassedOnAsItIs() {
        String later = "01" + PLACE.substring(2) + "-more";

        Envelope envelope = Envelope.of(headers("traceparent", later));

        assertThat(envelope.trace()).map(Envelope.Trace::parent).contains(later);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
                "somebody else's idea of a trace"
            })
    void whatIsNoTraceContextIsNotPassedOn(String parent) {
        Envelope envelope = Envelope.of(headers("segue-run", "r1", "traceparent", parent, "tracestate", "vendor=1"));

        assertThat(envelope).isEqualTo(Envelope.of("r1"));
    }

    @Test
    void aTraceContextWithoutEndIsNotPassedOn() {
        Envelope envelope = Envelope.of(headers("traceparent", PLACE + "-" + "x".repeat(1_000)));

        assertThat(envelope).isEqualTo(Envelope.NONE);
    }

    static Headers headers(String... namesAndValues) {
        var headers = new RecordHeaders();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1].getBytes(UTF_8));
        }
        return headers;
    }
}
