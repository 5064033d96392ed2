package dev.segue.library.fact;

import dev.segue.library.Moments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.header.Headers;

/// The headers of facts: CloudEvents `ce_*`, and the envelope. Thread-safe.
///
/// Each fact has eight of them, so what is the same for many is made once.
final class FactHeaders {

    private static final byte[] JSON = bytes("application/json");
    private static final byte[] SPECIFICATION = bytes("1.0");
    private static final ClassValue<byte[]> TYPES = new ClassValue<>() {
        @Override
        protected byte[] computeValue(Class<?> fact) {
            return bytes("dev.segue." + fact.getSimpleName());
        }
    };

    private record Written(Instant moment, String text) {}

    private final byte[] source;
    private volatile Written last = written(Instant.EPOCH);

    /// @param service the service that writes
    FactHeaders(String service) {
        this.source = bytes("/" + service);
    }

    void add(Headers headers, Fact fact, Envelope envelope) {
        headers.add("content-type", JSON);
        headers.add("ce_specversion", SPECIFICATION);
        headers.add("ce_id", bytes(id()));
        headers.add("ce_type", TYPES.get(fact.getClass()));
        headers.add("ce_source", source);
        headers.add("ce_time", time());
        envelope.runId().ifPresent(run -> headers.add(Envelope.RUN, bytes(run)));
        envelope.trace().ifPresent(trace -> {
            headers.add(Envelope.Trace.PARENT, bytes(trace.parent()));
            trace.state().ifPresent(state -> headers.add(Envelope.Trace.STATE, bytes(state)));
        });
    }

    private static String id() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /// Now, to the millisecond.
    private byte[] time() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Written known = last;
        if (!known.moment().equals(now)) {
            known = written(now);
            last = known;
        }
        return bytes(known.text());
    }

    private static Written written(Instant moment) {
        return new Written(moment, Moments.text(moment));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
