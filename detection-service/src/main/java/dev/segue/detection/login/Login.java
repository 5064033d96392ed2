package dev.segue.detection.login;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// A consent that a person gave, as the token file holds it. Immutable; does not tell its tokens.
///
/// @param accounts    the login server that gave the tokens, and the only one that may see the refresh token again
/// @param clientId    the app that they were given to
/// @param consentedAt when the person consented
/// @param obtainedAt  when the access token was given
/// @param expiresAt   when it ends
record Login(
        URI accounts,
        String clientId,
        Secret refreshToken,
        Secret accessToken,
        Instant consentedAt,
        Instant obtainedAt,
        Instant expiresAt) {

    /// An access token is renewed so long before its end that a call on its way is still served.
    private static final Duration MARGIN = Duration.ofMinutes(1);

    static Login of(App app, AccountServer.Granted granted, Secret refreshToken, Instant consentedAt, Instant now) {
        return new Login(
                app.accounts(),
                app.clientId(),
                refreshToken,
                granted.accessToken(),
                consentedAt,
                now,
                now.plus(granted.life()));
    }

    /// This login with what a renewal brought; the refresh token stays if it brought no other.
    Login renewed(App app, AccountServer.Granted granted, Instant now) {
        return of(app, granted, granted.refreshToken().orElse(refreshToken), consentedAt, now);
    }

    /// Whether these are tokens of `app` from its login server: no other one may see them.
    boolean belongsTo(App app) {
        return accounts.equals(app.accounts()) && clientId.equals(app.clientId());
    }

    /// Whether the access token is good at `now`. Not if the clock was set back behind its beginning: then nobody
    /// knows.
    boolean fresh(Instant now) {
        return !now.isBefore(obtainedAt) && now.isBefore(expiresAt.minus(MARGIN));
    }

    /// When the person has to consent again; empty if never.
    Optional<Instant> ends(Service service) {
        return service.life()
                .map(life -> consentedAt.atZone(ZoneOffset.UTC).plus(life).toInstant());
    }
}
