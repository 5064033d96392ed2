package dev.segue.testkit.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Something that shall go wrong, as `POST /__control/faults` describes it. Immutable.
///
/// @param endpoint   such as `GET /v1/tracks/{id}`, or `*` for all
/// @param count      how many calls are hit
/// @param rate       share of calls hit, 0 to 1, as far as `count` goes
/// @param seed       of the chance that picks them
/// @param retryAfter seconds, for [Kind#TOO_MANY] and status 529; below 0: not said
/// @param delay      for [Kind#SLOW]
/// @param status     for [Kind#SERVER_ERROR]; any error, such as 400; 0: 500, 502, 503 or 504 by turns
/// @param location   for [Kind#REDIRECT]
public record Fault(
        String endpoint,
        Kind kind,
        long count,
        double rate,
        long seed,
        long retryAfter,
        Duration delay,
        int status,
        String location) {

    private static final Duration SLOWLY = Duration.ofSeconds(2);

    /// What goes wrong.
    public enum Kind {
        /// 429, with `Retry-After`
        TOO_MANY("429"),
        /// an error before anything was done
        SERVER_ERROR("5xx"),
        /// the call is carried out, and an error is answered
        SERVER_ERROR_AFTER_EFFECT("5xx-after-effect"),
        /// no answer at all
        TIMEOUT("timeout"),
        /// the right answer, late
        SLOW("slow"),
        /// 200 and something that is not JSON
        GARBAGE("garbage"),
        /// 200 with an error of the API inside
        ERROR_IN_200("200-with-error"),
        /// 302 to another host
        REDIRECT("redirect");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// As in JSON.
        public String label() {
            return label;
        }

        static Kind of(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label.equals(label.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown kind \"" + label + "\"; one of "
                            + Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", "))));
        }
    }

    public Fault {
        if (count < 0 || rate < 0 || rate > 1) {
            throw new IllegalArgumentException("count is 0 or more, rate 0 to 1");
        }
    }

    /// The next `count` calls of `endpoint` are hit.
    public static Fault of(String endpoint, Kind kind, long count) {
        return new Fault(endpoint, kind, count, 1, 1, 1, SLOWLY, 0, "http://other.invalid/");
    }

    /// This fault with this status, for [Kind#SERVER_ERROR].
    public Fault status(int newStatus) {
        return new Fault(endpoint, kind, count, rate, seed, retryAfter, delay, newStatus, location);
    }

    /// This fault at that share of all calls.
    public Fault rate(double newRate, long newSeed) {
        return new Fault(endpoint, kind, count, newRate, newSeed, retryAfter, delay, status, location);
    }

    /// This fault as a 429 that says so many seconds.
    public Fault retryAfter(long seconds) {
        return new Fault(endpoint, kind, count, rate, seed, seconds, delay, status, location);
    }

    /// This fault as an answer that is so late, for [Kind#SLOW].
    public Fault delay(Duration late) {
        return new Fault(endpoint, kind, count, rate, seed, retryAfter, late, status, location);
    }

    /// Without `count`, a rate goes on for ever; without either, one call is hit.
    ///
    /// @throws IllegalArgumentException with a message that says what is wrong
    static Fault parse(JsonNode json) {
        OptionalLong count =
                json.has("count") ? OptionalLong.of(json.get("count").asLong(-1)) : OptionalLong.empty();
        boolean byRate = json.has("rate");
        return new Fault(
                json.path("endpoint").asText("*"),
                Kind.of(json.path("kind").asText()),
                count.orElse(byRate ? Long.MAX_VALUE : 1),
                byRate ? json.get("rate").asDouble(-1) : 1,
                json.path("seed").asLong(1),
                json.path("retryAfter").asLong(1),
                json.has("delay") ? Durations.parse(json.get("delay").asText()) : SLOWLY,
                json.path("status").asInt(0),
                json.path("location").asText("http://other.invalid/"));
    }
}
