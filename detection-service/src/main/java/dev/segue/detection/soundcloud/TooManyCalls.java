package dev.segue.detection.soundcloud;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.detection.ApiCalls.Said;
import dev.segue.detection.RetryAfter;
import dev.segue.library.fact.Wire;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// A 429, which says in its body when calls are taken again:
/// `{"errors": [{"meta": {"rate_limit": {"group": "plays", …}, "reset_time": "2015/06/01 09:49:40 +0000"}}]}`.
final class TooManyCalls {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss Z", Locale.ROOT);

    private TooManyCalls() {}

    static <T> Said<T> said(HttpResponse<byte[]> response, Instant now) throws IOException {
        JsonNode meta = meta(response.body());
        Optional<Duration> inBody = moment(meta.path("reset_time").asText("")).map(end -> Duration.between(now, end));
        Optional<Duration> inHeader = RetryAfter.of(response.headers());
        boolean ofADay = meta.path("rate_limit").path("time_window").asText("").equals("PT24H");
        return new Said.TooMany<>(inBody.filter(Duration::isPositive).or(() -> inHeader), ofADay);
    }

    private static JsonNode meta(byte[] body) throws IOException {
        try {
            return Wire.json().readTree(body).path("errors").path(0).path("meta");
        } catch (JacksonException garbled) {
            return Wire.json().missingNode();
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text, MOMENT).toInstant());
        } catch (DateTimeException garbled) {
            return Optional.empty();
        }
    }
}
