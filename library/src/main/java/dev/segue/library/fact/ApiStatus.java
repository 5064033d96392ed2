package dev.segue.library.fact;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How an API stands: whether it may be asked now, and how often still.
///
/// @param configured    whether there are credentials for it, and they are good
/// @param callsInWindow calls of the last 24 hours
/// @param budgetLeft    calls left in that window, the reserve included
/// @param reserve       calls that are kept for what plays now
/// @param blockedUntil  the end of a 429's `Retry-After`; no call before it
/// @param refuses       what this client id was refused, once and for all
/// @param app           which client id that is: the start of its SHA-256
/// @param problem       why nobody may ask it until a person does something, such as to log in
/// @param unreached     why it gave no answer of late: it may be asked, but nothing waits for it
/// @param window        when the calls of the last 24 hours were made
/// @param calls         every call that was ever made, by endpoint and outcome
public record ApiStatus(
        Api api,
        boolean configured,
        int callsInWindow,
        int budgetLeft,
        int reserve,
        Optional<Instant> blockedUntil,
        Set<Feature> refuses,
        Optional<String> app,
        Optional<String> problem,
        Optional<String> unreached,
        List<Slot> window,
        List<Calls> calls,
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

    /// Some minutes in which calls were made.
    public record Slot(Instant from, int calls) {}

    /// How often an endpoint, such as `GET /v1/tracks/{id}`, was called with an outcome, such as `ANSWER`.
    public record Calls(String endpoint, String outcome, long count) {}

    public ApiStatus {
        refuses = Set.copyOf(refuses);
        window = List.copyOf(window);
        calls = List.copyOf(calls);
    }

    /// One without a memory: no reserve, and nothing known of single calls.
    public ApiStatus(
            Api api,
            boolean configured,
            int callsInWindow,
            int budgetLeft,
            Optional<Instant> blockedUntil,
            Set<Feature> refuses,
            Instant at) {
        this(
                api,
                configured,
                callsInWindow,
                budgetLeft,
                0,
                blockedUntil,
                refuses,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                at);
    }

    /// Whether a call that is not about what plays now may go out at `now`, and an answer can be expected.
    public boolean available(Instant now) {
        return configured
                && unreached.isEmpty()
                && budgetLeft > reserve
                && blockedUntil.filter(now::isBefore).isEmpty();
    }

    @Override
    public String key() {
        return api.name().toLowerCase(Locale.ROOT);
    }
}
