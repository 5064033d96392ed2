package dev.segue.service;

import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// The way of each track as a trace of OpenTelemetry: a span for each record that is handled and one for each fact that
/// is written, in all services. Thread-safe.
final class Traces implements Tracing, AutoCloseable {

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    Traces(SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider.get("dev.segue");
    }

    @Override
    public void close() {
        provider.close();
    }

    @Override
    public Step handling(TopicPartition from, String key, Envelope cause) {
        return begin(
                about(tracer.spanBuilder("process " + from.topic()), from.topic(), key, cause)
                        .setSpanKind(SpanKind.CONSUMER)
                        .setAttribute("messaging.operation.type", "process")
                        .setAttribute("messaging.destination.partition.id", Integer.toString(from.partition())),
                cause);
    }

    @Override
    public Step writing(Fact fact, Envelope cause) {
        if (cause.trace().isEmpty() && isAboutNoTrack(fact)) {
            return OFF.writing(fact, cause);
        }
        String topic = Topic.of(fact).topic();
        return begin(
                about(tracer.spanBuilder("send " + topic), topic, fact.key(), cause)
                        .setSpanKind(SpanKind.PRODUCER)
                        .setAttribute("messaging.operation.type", "send"),
                cause);
    }

    /// What is said of an API or a run begins no trace.
    private static boolean isAboutNoTrack(Fact fact) {
        return fact instanceof ApiStatus || fact instanceof DetectionStatus;
    }

    private static SpanBuilder about(SpanBuilder span, String topic, String key, Envelope cause) {
        cause.runId().ifPresent(run -> span.setAttribute("segue.run", run));
        return span.setParent(parent(cause))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic)
                .setAttribute("messaging.kafka.message.key", key);
    }

    private static Context parent(Envelope cause) {
        return cause.trace().map(Traces::context).orElse(Context.root());
    }

    private static Context context(Envelope.Trace trace) {
        return W3C.extract(Context.root(), trace, Carried.HEADERS);
    }

    private static Step begin(SpanBuilder builder, Envelope cause) {
        Span span = builder.startSpan();
        return new Watched(span, cause.at(place(span.getSpanContext())));
    }

    private static Envelope.Trace place(SpanContext span) {
        Map<String, String> headers = new HashMap<>();
        W3C.inject(Context.root().with(Span.wrap(span)), headers, (map, name, value) -> {
            if (map != null) {
                map.put(name, value);
            }
        });
        return new Envelope.Trace(
                headers.getOrDefault(Envelope.Trace.PARENT, ""),
                Optional.ofNullable(headers.get(Envelope.Trace.STATE)));
    }

    /// A trace as OpenTelemetry reads it.
    private enum Carried implements TextMapGetter<Envelope.Trace> {
        HEADERS;

        @Override
        public Iterable<String> keys(Envelope.Trace trace) {
            return List.of(Envelope.Trace.PARENT, Envelope.Trace.STATE);
        }

        @Override
        public @Nullable String get(Envelope.@Nullable Trace trace, String name) {
            if (trace == null) {
                return null;
            }
            return name.equals(Envelope.Trace.PARENT)
                    ? trace.parent()
                    : trace.state().orElse(null);
        }
    }

    /// A span.
    private static final class Watched implements Step {

        private final Span span;
        private final Envelope envelope;
        private volatile @Nullable Instant done;

        Watched(Span span, Envelope envelope) {
            this.span = span;
            this.envelope = envelope;
        }

        @Override
        public Envelope envelope() {
            return envelope;
        }

        @Override
        public void done() {
            done = Instant.now();
        }

        @Override
        public void failed(Throwable why) {
            span.setStatus(StatusCode.ERROR).recordException(why);
            done = null;
        }

        @Override
        public void end() {
            Instant at = done;
            if (at == null) {
                span.end();
            } else {
                span.end(at);
            }
        }
    }
}
