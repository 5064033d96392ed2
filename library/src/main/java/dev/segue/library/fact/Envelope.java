package dev.segue.library.fact;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/// What travels from fact to fact beside the record, in Kafka headers. Immutable.
///
/// @param runId the run that caused it, header `segue-run`
/// @param trace the W3C trace context, if anybody watches
public record Envelope(Optional<String> runId, Optional<Trace> trace) {

    public static final String RUN = "segue-run";

    /// Of a fact that no run caused.
    public static final Envelope NONE = new Envelope(Optional.empty(), Optional.empty());

    /// Where in a trace a fact stands, as [W3C](https://www.w3.org/TR/trace-context/) has it.
    ///
    /// @param parent header `traceparent`: version, id of the trace, id of the span, flags
    /// @param state  header `tracestate`: what those that watch tell each other
    public record Trace(String parent, Optional<String> state) {

        public static final String PARENT = "traceparent";
        public static final String STATE = "tracestate";

        private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
        private static final int LONGEST = 512;

        /// One that is malformed or endless is none.
        private static Optional<Trace> of(Headers headers) {
            return text(headers, PARENT)
                    .filter(parent ->
                            parent.length() <= LONGEST && FORM.matcher(parent).matches())
                    .map(parent -> new Trace(parent, text(headers, STATE).filter(state -> state.length() <= LONGEST)));
        }
    }

    /// Of the facts of a run.
    public static Envelope of(String runId) {
        return new Envelope(Optional.of(runId), Optional.empty());
    }

    /// As read from a record.
    public static Envelope of(Headers headers) {
        return new Envelope(text(headers, RUN), Trace.of(headers));
    }

    /// The same at another place of a trace.
    public Envelope at(Trace place) {
        return new Envelope(runId, Optional.of(place));
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
