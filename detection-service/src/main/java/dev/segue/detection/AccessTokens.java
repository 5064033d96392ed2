package dev.segue.detection;

import dev.segue.library.fact.ApiStatus.Api;
import java.time.Duration;
import java.util.Optional;

/// Who gives the right to ask an API. Thread-safe; may block while a token is fetched or renewed.
public interface AccessTokens {

    /// Whether an API may be asked, and as whom.
    sealed interface Access {

        /// It may.
        ///
        /// @param token    for the `Authorization` header; a secret
        /// @param asPerson whether a person has logged in: else only what belongs to nobody can be asked
        record Granted(String token, boolean asPerson) implements Access {

            @Override
            public String toString() {
                return "Granted[asPerson=" + asPerson + ']';
            }
        }

        /// The login server gave no token, and may do so later: a time-out, an answer that makes no sense.
        record NotNow(String why) implements Access {}

        /// The login server takes no calls: a 429 or a 5xx. Then none of the API goes out either.
        ///
        /// @param retryAfter from now, if it said so
        record Busy(Optional<Duration> retryAfter) implements Access {}

        /// It may not until somebody logs in again or corrects the settings.
        record NeedsLogin(String why) implements Access {}
    }

    /// The right to ask `api` now: kept while it lasts, renewed when it is about to end.
    Access access(Api api);

    /// The API answered 401 to `token`: the next [#access] gives another one, if there is one.
    void refused(Api api, String token);
}
