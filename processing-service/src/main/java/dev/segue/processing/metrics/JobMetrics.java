package dev.segue.processing.metrics;

import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.TrackRejected;
import dev.segue.processing.Eagle;
import dev.segue.processing.Processing;
import dev.segue.processing.Tally;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/// How tracks ended, and how many are on their way or wait.
@Startup
@ApplicationScoped
class JobMetrics {

    JobMetrics(Tally tally, Processing processing, Eagle eagle, MeterRegistry registry) {
        Stream.concat(Arrays.stream(TrackProcessed.Outcome.values()), Stream.of(TrackRejected.Reason.FILE_UNUSABLE))
                .map(Enum::name)
                .forEach(outcome -> FunctionCounter.builder(
                                "segue.processed.tracks",
                                tally,
                                ended -> ended.counts().getOrDefault(outcome, 0L))
                        .tag("outcome", outcome.toLowerCase(Locale.ROOT))
                        .register(registry));
        Gauge.builder(
                        "segue.processing.open.tracks",
                        processing,
                        now -> now.open().size())
                .register(registry);
        Gauge.builder("segue.eagle.waiting.files", eagle, Eagle::waiting).register(registry);
    }
}
