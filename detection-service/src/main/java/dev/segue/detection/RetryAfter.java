package dev.segue.detection;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/// The header `Retry-After` of who takes no calls.
public final class RetryAfter {

    private RetryAfter() {}

    /// How long to wait from now; empty if it does not say so in seconds.
    public static Optional<Duration> of(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .map(String::strip)
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
