package dev.segue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.Tracing;
import dev.segue.library.fact.TrackRejected;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TracesTest {

    private static final TopicPartition FROM = new TopicPartition("track-detected", 3);
    private static final TrackId ID = TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC");
    private static final Fact FACT =
            new TrackRejected(ID, TrackRejected.Stage.SYNC, TrackRejected.Reason.NOT_STORABLE, "why", Instant.EPOCH);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Traces traces = new Traces(SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build());

    @Test
    void aFactThatFollowsFromAFactIsInItsTrace() {
        Envelope cause = Envelope.of("r1")
                .at(new Envelope.Trace("00-" + TRACE + "-b7ad6b7169203331-01", Optional.of("vendor=1")));

        Tracing.Step handling = traces.handling(FROM, ID.toString(), cause);
        Tracing.Step writing = traces.writing(FACT, handling.envelope());
        writing.end();
        handling.end();

        SpanData sent = spans.getFinishedSpanItems().getFirst();
        SpanData handled = spans.getFinishedSpanItems().getLast();
        assertThat(handled.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(sent.getParentSpanId()).isEqualTo(handled.getSpanId());
        assertThat(spans.getFinishedSpanItems())
                .extracting(SpanData::getTraceId, SpanData::getName, SpanData::getKind)
                .containsExactly(
                        tuple(TRACE, "send track-rejected", SpanKind.PRODUCER),
                        tuple(TRACE, "process track-detected", SpanKind.CONSUMER));
        assertThat(writing.envelope())
                .isEqualTo(Envelope.of("r1")
                        .at(new Envelope.Trace(
                                "00-" + TRACE + "-" + sent.getSpanId() + "-01", Optional.of("vendor=1"))));
    }

    @Test
    void aFactOfATrackThatNothingCausedBeginsATrace() {
        Tracing.Step writing = traces.writing(FACT, Envelope.of("r1"));

        writing.end();

        SpanData span = spans.getFinishedSpanItems().getFirst();
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(writing.envelope().trace())
                .map(Envelope.Trace::parent)
                .hasValueSatisfying(parent -> assertThat(parent).contains(span.getTraceId(), span.getSpanId()));
    }

    @Test
    void whatIsSaidOfARunBeginsNoTrace() {
        var request = new DetectionStatus.Request("BACKUP", Optional.empty(), Optional.empty(), Optional.empty());
        Fact status =
                new DetectionStatus("r1", request, DetectionStatus.State.ACCEPTED, 0, Optional.empty(), Instant.EPOCH);

        Tracing.Step writing = traces.writing(status, Envelope.of("r1"));
        writing.end();

        assertThat(writing.envelope()).isEqualTo(Envelope.of("r1"));
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void whatFailedIsSeenToHaveFailed() {
        Tracing.Step handling = traces.handling(FROM, "key", Envelope.NONE);

        handling.failed(new IllegalStateException("a mistake"));
        handling.end();

        assertThat(spans.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getEvents()).singleElement().extracting("name").isEqualTo("exception");
        });
    }

    @Test
    void aRecordIsHandledUntilItsAnswerWasGiven() {
        Tracing.Step handling = traces.handling(FROM, "key", Envelope.NONE);

        handling.done();
        Instant answered = Instant.now();
        handling.end();

        assertThat(spans.getFinishedSpanItems())
                .singleElement()
                .extracting(SpanData::getEndEpochNanos)
                .satisfies(end -> assertThat((long) end)
                        .isLessThanOrEqualTo(answered.getEpochSecond() * 1_000_000_000L + answered.getNano()));
    }
}
