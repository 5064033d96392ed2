package dev.segue.detection.login;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Consents to an app: begun with a page for the person to open, finished with what their browser brings back.
/// Thread-safe.
///
/// The authorisation code flow with PKCE (RFC 6749, 7636). The `state` of an answer must be that of a consent that
/// was begun here not long ago, and is good once: an answer that somebody else made up is not taken.
final class LoginFlow {

    /// How long a consent may take.
    static final Duration TIME = Duration.ofMinutes(10);

    private static final int MOST = 20;

    /// A consent that a person can give now.
    ///
    /// @param page to open in a browser
    record Begun(URI page, String state) {}

    /// What a consent led to.
    sealed interface Outcome {

        /// The login is in the token file.
        ///
        /// @param ends when it has to be done again; empty if never
        record Done(Optional<Instant> ends) implements Outcome {}

        /// Not the answer to a consent that was begun here, or too late.
        record Unknown() implements Outcome {}

        /// There is no login, and why.
        record Failed(String why) implements Outcome {}
    }

    private record Attempt(Verifier verifier, URI redirect, Instant begun) {}

    private final App app;
    private final AccountServer server;
    private final TokenFile file;
    private final InstantSource clock;
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    LoginFlow(App app, InstantSource clock) {
        this.app = app;
        this.server = new AccountServer(app);
        this.file = new TokenFile(app.tokenFile());
        this.clock = clock;
    }

    /// @param redirect where the person's browser goes afterwards: a loopback address by its literal
    Begun begin(URI redirect) {
        String state = Verifier.randomText();
        Verifier verifier = Verifier.fresh();
        remember(state, new Attempt(verifier, redirect, clock.instant()));
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", app.clientId());
        query.put("response_type", "code");
        query.put("redirect_uri", redirect.toString());
        query.put("state", state);
        query.put("code_challenge_method", Verifier.METHOD);
        query.put("code_challenge", verifier.challenge());
        if (!app.service().scopes().isEmpty()) {
            query.put("scope", app.service().scopes());
        }
        return new Begun(app.at("/authorize?" + AccountServer.encoded(query)), state);
    }

    private synchronized void remember(String state, Attempt attempt) {
        attempts.values()
                .removeIf(old -> old.begun().plus(TIME).isBefore(attempt.begun())
                        || attempt.begun().isBefore(old.begun()));
        if (attempts.size() >= MOST) {
            attempts.remove(attempts.keySet().iterator().next());
        }
        attempts.put(state, attempt);
    }

    private synchronized Optional<Attempt> take(String state) {
        return Optional.ofNullable(attempts.remove(state))
                .filter(attempt -> !attempt.begun().plus(TIME).isBefore(clock.instant()));
    }

    /// @param answer the parameters with which the browser came back
    Outcome finish(Map<String, String> answer) {
        Optional<Attempt> attempt = take(answer.getOrDefault("state", ""));
        if (attempt.isEmpty()) {
            return new Outcome.Unknown();
        }
        String error = answer.getOrDefault("error", "");
        if (!error.isEmpty()) {
            return new Outcome.Failed(
                    error.equals("access_denied")
                            ? "you did not consent"
                            : app.service().label() + " says: " + error);
        }
        String code = answer.getOrDefault("code", "");
        return code.isEmpty() ? new Outcome.Failed("the answer has no code") : redeem(code, attempt.get());
    }

    /// A refresh that goes on in another process ends before, so that it cannot put the old login back.
    private Outcome redeem(String code, Attempt attempt) {
        try {
            return file.locked(() -> {
                file.tryWriting();
                return redeemed(server.redeem(code, attempt.redirect(), attempt.verifier()));
            });
        } catch (UncheckedIOException unwritable) {
            return new Outcome.Failed(unwritable.getMessage() + ": "
                    + Optional.ofNullable(unwritable.getCause())
                            .map(Throwable::toString)
                            .orElse(""));
        }
    }

    private Outcome redeemed(AccountServer.Answer answer) {
        return switch (answer) {
            case AccountServer.Granted granted ->
                granted.refreshToken()
                        .<Outcome>map(refreshToken -> kept(granted, refreshToken))
                        .orElseGet(() -> new Outcome.Failed("the login server gave no refresh token"));
            case AccountServer.Invalid(String why) -> new Outcome.Failed(why);
            case AccountServer.Refused(String why) -> new Outcome.Failed(why);
            case AccountServer.Busy busy -> new Outcome.Failed(busy.why());
            case AccountServer.Unavailable(String why) -> new Outcome.Failed(why);
        };
    }

    private Outcome kept(AccountServer.Granted granted, Secret refreshToken) {
        Instant now = clock.instant();
        Login login = Login.of(app, granted, refreshToken, now, now);
        file.write(login);
        return new Outcome.Done(login.ends(app.service()));
    }
}
