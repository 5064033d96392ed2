package dev.segue.testkit.spotify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// One consent of the person. Immutable.
///
/// @param challenge   SHA-256 of the verifier in base64url, if the client used PKCE
/// @param redirectUri as given to `/authorize`
/// @param consentedAt from which the six months run
record Session(Set<String> scopes, Optional<String> challenge, String redirectUri, Instant consentedAt) {

    private static final int MONTHS = 6;

    Session {
        scopes = Set.copyOf(scopes);
    }

    /// Refresh tokens end six months after the consent, however often they are renewed.
    Instant end() {
        return consentedAt.atZone(ZoneOffset.UTC).plusMonths(MONTHS).toInstant();
    }
}
