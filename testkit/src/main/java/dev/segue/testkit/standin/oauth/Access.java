package dev.segue.testkit.standin.oauth;

import java.time.Instant;
import java.util.Set;

/// What an access token allows. Immutable.
///
/// @param user whether a person consented; else it is the app's own token
public record Access(boolean user, Set<String> scopes, Instant expires) {

    public Access {
        scopes = Set.copyOf(scopes);
    }
}
