package dev.segue.library.fact;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/// What travels from fact to fact beside the record, in Kafka headers. Immutable.
///
/// @param runId       the run that caused it, header `segue-run`
/// @param traceparent the W3C trace context, when tracing is on
public record Envelope(Optional<String> runId, Optional<String> traceparent) {

    public static final String RUN = "segue-run";
    public static final String TRACE = "traceparent";

    /// Of a fact that no run caused.
    public static final Envelope NONE = new Envelope(Optional.empty(), Optional.empty());

    /// Of the facts of a run.
    public static Envelope of(String runId) {
        return new Envelope(Optional.of(runId), Optional.empty());
    }

    /// As read from a record.
    public static Envelope of(Headers headers) {
        return new Envelope(text(headers, RUN), text(headers, TRACE));
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
