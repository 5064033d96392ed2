package dev.segue.detection.login;

import dev.segue.detection.AccessTokens;
import dev.segue.detection.DetectionConfig;
import dev.segue.detection.LoginState;
import dev.segue.detection.LoginState.Standing;
import dev.segue.detection.Logins;
import dev.segue.library.fact.ApiStatus.Api;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
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

    private final Map<Api, UserTokens> people = new EnumMap<>(Api.class);
    private final Map<Api, AppTokens> apps = new EnumMap<>(Api.class);

    LoggedIn(DetectionConfig config, InstantSource clock) {
        for (Service service : Service.values()) {
            App.of(service, config).ifPresent(app -> {
                people.put(service.api(), new UserTokens(app, clock));
                apps.put(service.api(), new AppTokens(app, clock));
            });
        }
    }

    @Override
    public Access access(Api api) {
        Optional<Access> person = person(api).flatMap(UserTokens::access);
        if (person.isPresent() && !(person.get() instanceof Access.NeedsLogin)) {
            return person.get();
        }
        // what belongs to nobody can be asked also when nobody has logged in, or a login is over
        Access app = appAlone(api);
        return app instanceof Access.NeedsLogin ? person.orElse(app) : app;
    }

    private Access appAlone(Api api) {
        return Optional.ofNullable(apps.get(api))
                .map(AppTokens::access)
                .orElseGet(() -> new Access.NeedsLogin(
                        "nobody has logged in: ./segue login " + Service.of(api).word()));
    }

    @Override
    public void refused(Api api, String token) {
        person(api).ifPresent(tokens -> tokens.refused(token));
        Optional.ofNullable(apps.get(api)).ifPresent(tokens -> tokens.refused(token));
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
