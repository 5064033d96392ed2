package dev.segue.detection.login;

import dev.segue.detection.AccessTokens;
import dev.segue.detection.DetectionConfig;
import dev.segue.detection.LoginState;
import dev.segue.detection.LoginState.Standing;
import dev.segue.detection.Logins;
import dev.segue.library.fact.ApiStatus.Api;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The right to ask an API as the person who logged in; where nobody has, that of the app alone.
@ApplicationScoped
class LoggedIn implements AccessTokens, Logins {

    private static final Logger LOG = Logger.getLogger(LoggedIn.class);
    private static final String APP_ALONE = "client-credentials";

    private final Map<Api, UserTokens> people = new EnumMap<>(Api.class);
    private final Instance<AccessTokens> others;

    LoggedIn(DetectionConfig config, Clock clock, @Any Instance<AccessTokens> others) {
        this.others = others;
        for (Service service : Service.values()) {
            App.of(service, config).ifPresent(app -> people.put(service.api(), new UserTokens(app, clock)));
        }
    }

    @Override
    public Access access(Api api) {
        Access person = person(api)
                .flatMap(UserTokens::access)
                .orElseGet(() -> new Access.NeedsLogin(
                        "nobody has logged in: ./segue login " + Service.of(api).word()));
        return person instanceof Access.NeedsLogin needed ? appAlone(api).orElse(needed) : person;
    }

    /// What belongs to nobody can be asked also when nobody has logged in, or a login is over.
    private Optional<Access> appAlone(Api api) {
        Instance<AccessTokens> app = others.select(NamedLiteral.of(APP_ALONE));
        return app.isResolvable()
                ? Optional.of(app.get().access(api)).filter(access -> !(access instanceof Access.NeedsLogin))
                : Optional.empty();
    }

    @Override
    public void refused(Api api, String token) {
        person(api).ifPresent(tokens -> tokens.refused(token));
        Instance<AccessTokens> app = others.select(NamedLiteral.of(APP_ALONE));
        if (app.isResolvable()) {
            app.get().refused(api, token);
        }
    }

    private Optional<UserTokens> person(Api api) {
        return Optional.ofNullable(people.get(api));
    }

    @Override
    public List<LoginState> states() {
        return Arrays.stream(Service.values())
                .map(service -> person(service.api())
                        .map(UserTokens::state)
                        .orElseGet(() -> new LoginState(
                                service.api(), Standing.NOT_CONFIGURED, Optional.empty(), Optional.empty())))
                .toList();
    }

    /// At the start and once a day: whoever reads the log hears weeks before that a login ends.
    @Scheduled(every = "24h", identity = "login-warning")
    void warn() {
        states().stream()
                .filter(LoginState::alarming)
                .forEach(state -> LOG.warnf(
                        "%s: %s",
                        Service.of(state.api()).label(), state.advice().orElse("log in again")));
    }
}
