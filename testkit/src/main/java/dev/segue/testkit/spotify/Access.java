package dev.segue.testkit.spotify;

import java.time.Instant;
import java.util.Set;

/// What an access token allows. Immutable.
///
/// @param user whether a person consented; else it is the app's own token
record Access(boolean user, Set<String> scopes, Instant expires) {

    Access {
        scopes = Set.copyOf(scopes);
    }
}
