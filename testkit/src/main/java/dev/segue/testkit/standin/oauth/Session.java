package dev.segue.testkit.standin.oauth;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// One consent of the person. Immutable.
///
/// @param challenge   SHA-256 of the verifier in base64url, if the client used PKCE
/// @param redirectUri as given to `/authorize`
/// @param consentedAt when
public record Session(Set<String> scopes, Optional<String> challenge, String redirectUri, Instant consentedAt) {

    public Session {
        scopes = Set.copyOf(scopes);
    }
}
