package dev.segue.library.fact;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How an API stands: whether it may be asked now, and how often still.
///
/// @param configured    whether there are credentials for it
/// @param callsInWindow calls of the last 24 hours
/// @param budgetLeft    calls left in that window
/// @param blockedUntil  the end of a 429's `Retry-After`; no call before it
/// @param refuses       what this client id was refused, once and for all
public record ApiStatus(
        Api api,
        boolean configured,
        int callsInWindow,
        int budgetLeft,
        Optional<Instant> blockedUntil,
        Set<Feature> refuses,
        Instant at)
        implements Fact {

    /// A music source.
    public enum Api {
        SPOTIFY,
        SOUNDCLOUD
    }

    /// What an API may refuse to an app as a whole.
    public enum Feature {
        BATCH,
        AUDIO_FEATURES
    }

    public ApiStatus {
        refuses = Set.copyOf(refuses);
    }

    /// Whether a call may go out at `now`.
    public boolean available(Instant now) {
        return configured
                && budgetLeft > 0
                && blockedUntil.filter(now::isBefore).isEmpty();
    }

    @Override
    public String key() {
        return api.name().toLowerCase(Locale.ROOT);
    }
}
