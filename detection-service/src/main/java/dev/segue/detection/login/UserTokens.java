package dev.segue.detection.login;

import dev.segue.detection.AccessTokens.Access;
import dev.segue.detection.LoginState;
import dev.segue.detection.LoginState.Standing;
import dev.segue.detection.login.TokenFile.Stored;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Keeps a person's login good. Thread-safe; one refresher at a time, in this process and between processes.
///
/// The file is read each time, so a login or a renewal by another process counts at once. A renewal happens under the
/// file's lock, and only after the file was read again: a refresh token is good once, so two refreshers would lose the
/// login. What a renewal brought is on the disk before anybody gets it.
///
/// One `invalid_grant` is not the end, since servers have said so by mistake: a minute later the server is asked once
/// more. After a second one it is not asked again for this refresh token, and the person must log in.
final class UserTokens {

    private static final Logger LOG = Logger.getLogger(UserTokens.class);
    private static final Duration SECOND_TRY = Duration.ofMinutes(1);
    private static final Duration WARNING = Duration.ofDays(28);

    /// The server called this refresh token invalid.
    ///
    /// @param again no sooner than then it is asked once more; empty: never
    private record Doubt(Secret refreshToken, Optional<Instant> again, String why) {}

    private final App app;
    private final AccountServer server;
    private final TokenFile file;
    private final InstantSource clock;
    private volatile Optional<Doubt> doubt = Optional.empty();
    private Optional<Secret> refusedToken = Optional.empty();
    private Optional<Login> unwritten = Optional.empty();

    UserTokens(App app, InstantSource clock) {
        this.app = app;
        this.server = new AccountServer(app);
        this.file = new TokenFile(app.tokenFile());
        this.clock = clock;
    }

    /// The right of the person who logged in; empty if nobody has, or to another app or server.
    synchronized Optional<Access> access() {
        return login().map(login -> unwritten.isEmpty() && usable(login) ? granted(login) : renewed());
    }

    /// The API did not accept `token`.
    synchronized void refused(String token) {
        refusedToken = Optional.of(token).filter(text -> !text.isBlank()).map(Secret::new);
    }

    LoginState state() {
        return switch (file.read()) {
            case Stored.Absent() -> new LoginState(app.service().api(), Standing.NONE, Optional.empty(), invitation());
            case Stored.Damaged(String why) ->
                new LoginState(app.service().api(), Standing.ENDED, Optional.empty(), told(why));
            case Stored.Present(Login login) -> state(login);
        };
    }

    private LoginState state(Login login) {
        if (!login.belongsTo(app)) {
            return new LoginState(
                    app.service().api(), Standing.ENDED, Optional.empty(), told("the login is that of another app"));
        }
        Optional<Instant> ends = login.ends(app.service());
        Optional<Doubt> about = doubt(login);
        if (about.isPresent()) {
            boolean over = about.get().again().isEmpty();
            return new LoginState(
                    app.service().api(),
                    over ? Standing.ENDED : Standing.IN_DOUBT,
                    ends,
                    over ? told(about.get().why()) : Optional.of(about.get().why()));
        }
        return ends.filter(end -> !clock.instant().isBefore(end.minus(WARNING)))
                .map(end -> new LoginState(
                        app.service().api(), Standing.ENDS_SOON, ends, told("the login ends on " + day(end))))
                .orElseGet(() -> new LoginState(app.service().api(), Standing.GOOD, ends, Optional.empty()));
    }

    private static String day(Instant moment) {
        return moment.toString().substring(0, 10);
    }

    private Optional<String> invitation() {
        return Optional.of(
                "nobody has logged in: ./segue login " + app.service().word());
    }

    private Optional<String> told(String why) {
        return Optional.of(why + ": " + app.service().advice());
    }

    private Optional<Login> login() {
        return file.read() instanceof Stored.Present(Login login) && login.belongsTo(app)
                ? Optional.of(login)
                : Optional.empty();
    }

    private boolean usable(Login login) {
        return login.fresh(clock.instant())
                && refusedToken.filter(login.accessToken()::equals).isEmpty();
    }

    private static Access granted(Login login) {
        return new Access.Granted(login.accessToken().text(), true);
    }

    private Access renewed() {
        try {
            return file.locked(() -> {
                file.tryWriting();
                unwritten.ifPresent(this::keepAfterAll);
                // meanwhile another process may have done it
                return login().map(login -> usable(login) ? granted(login) : renewed(login))
                        .orElseGet(() -> new Access.NotNow("the login has just been removed"));
            });
        } catch (UncheckedIOException unwritable) {
            // not asked, or asked and kept in memory
            return new Access.NotNow(String.valueOf(unwritable.getMessage()));
        }
    }

    private Access renewed(Login login) {
        Optional<Doubt> about = doubt(login);
        if (about.isPresent() && about.get().again().isEmpty()) {
            return ended(about.get().why());
        }
        if (about.flatMap(Doubt::again).filter(clock.instant()::isBefore).isPresent()) {
            return new Access.NotNow(about.get().why());
        }
        return switch (server.renew(login.refreshToken())) {
            case AccountServer.Granted granted -> {
                Login next = login.renewed(app, granted, clock.instant());
                keep(next);
                yield granted(next);
            }
            case AccountServer.Invalid(String why) -> doubted(login, why);
            case AccountServer.Refused(String why) -> new Access.NeedsLogin(why + ": check the app's id and secret");
            case AccountServer.Busy busy -> new Access.Busy(busy.retryAfter());
            case AccountServer.Unavailable(String why) -> new Access.NotNow(why);
        };
    }

    /// Writes what a renewal brought before anybody uses it. If that fails it stays in memory, and is tried first the
    /// next time: the refresh token in the file is dead already.
    private void keep(Login next) {
        unwritten = Optional.of(next);
        file.write(next);
        unwritten = Optional.empty();
        refusedToken = Optional.empty();
    }

    private void keepAfterAll(Login next) {
        if (login().filter(present -> present.consentedAt().equals(next.consentedAt()))
                .isPresent()) {
            keep(next);
        }
        unwritten = Optional.empty();
    }

    private Optional<Doubt> doubt(Login login) {
        return doubt.filter(about -> about.refreshToken().equals(login.refreshToken()));
    }

    private Access doubted(Login login, String why) {
        boolean second = doubt(login).isPresent();
        boolean over = second || isOver(login);
        String told = app.service().label() + " says " + why;
        Optional<Instant> again =
                over ? Optional.empty() : Optional.of(clock.instant().plus(SECOND_TRY));
        doubt = Optional.of(new Doubt(login.refreshToken(), again, told));
        LOG.warnf("%s; %s", told, over ? app.service().advice() : "asking once more in a minute");
        return over ? ended(told) : new Access.NotNow(told);
    }

    private boolean isOver(Login login) {
        return login.ends(app.service())
                .filter(end -> !clock.instant().isBefore(end))
                .isPresent();
    }

    private Access ended(String why) {
        return new Access.NeedsLogin(why + ": " + app.service().advice());
    }
}
