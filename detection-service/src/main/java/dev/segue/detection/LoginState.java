package dev.segue.detection;

import dev.segue.library.fact.ApiStatus.Api;
import java.time.Instant;
import java.util.Optional;

/// How a person's login to an API stands. Immutable.
///
/// @param ends   when the person has to consent again; empty if never, or if there is no login
/// @param advice what is wrong and what to do about it; empty if nothing
public record LoginState(Api api, Standing standing, Optional<Instant> ends, Optional<String> advice) {

    /// How good a login is.
    public enum Standing {
        /// there are no credentials of an app
        NOT_CONFIGURED,
        /// nobody has logged in
        NONE,
        /// it is good
        GOOD,
        /// it is good, and ends within four weeks
        ENDS_SOON,
        /// the login server refused it once, and will be asked once more
        IN_DOUBT,
        /// it is over: somebody has to log in again
        ENDED
    }

    /// Whether a person should hear of it unasked.
    public boolean alarming() {
        return standing == Standing.ENDS_SOON || standing == Standing.ENDED;
    }
}
