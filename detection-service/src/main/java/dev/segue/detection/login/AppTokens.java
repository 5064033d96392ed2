package dev.segue.detection.login;

import dev.segue.detection.AccessTokens.Access;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The app's own right to ask, by its id and secret: enough for tracks, not for what belongs to a person. Thread-safe.
///
/// A token is kept while it lasts: SoundCloud gives 50 in 12 hours. An app that is refused is not tried again.
final class AppTokens {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private record Held(Secret token, Instant from, Instant until) {

        boolean good(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    private final App app;
    private final AccountServer server;
    private final InstantSource clock;
    private Optional<Held> held = Optional.empty();
    private Optional<Access> hopeless = Optional.empty();

    AppTokens(App app, InstantSource clock) {
        this.app = app;
        this.server = new AccountServer(app);
        this.clock = clock;
    }

    synchronized Access access() {
        String word = app.service().word();
        if (app.secret().isEmpty()) {
            return new Access.NeedsLogin(
                    "nobody has logged in (./segue login %s), and there is no segue.%s.client-secret"
                            .formatted(word, word));
        }
        return hopeless.or(() -> held.filter(token -> token.good(clock.instant()))
                        .map(token -> new Access.Granted(token.token().text(), false)))
                .orElseGet(this::fetched);
    }

    /// The API did not accept `token`.
    synchronized void refused(String token) {
        held = held.filter(known -> !known.token().text().equals(token));
    }

    private Access fetched() {
        return switch (server.own()) {
            case AccountServer.Granted granted -> {
                Instant now = clock.instant();
                Instant until = now.plus(granted.life()).minus(MARGIN);
                held = Optional.of(new Held(granted.accessToken(), now, until));
                yield new Access.Granted(granted.accessToken().text(), false);
            }
            case AccountServer.Invalid _, AccountServer.Refused _ -> refusal();
            case AccountServer.Busy busy -> new Access.Busy(busy.retryAfter());
            case AccountServer.Unavailable(String why) -> new Access.NotNow(why);
        };
    }

    private Access refusal() {
        Access refusal = new Access.NeedsLogin("segue.%s.client-id and client-secret are refused"
                .formatted(app.service().word()));
        hopeless = Optional.of(refusal);
        return refusal;
    }
}
