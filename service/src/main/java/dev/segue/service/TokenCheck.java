package dev.segue.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.segue.library.Problem;
import dev.segue.library.fact.Wire;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Asks whoever calls for the token, before anything else is done.
@Singleton
class TokenCheck {

    private static final int BEFORE_ALL = 10_000;

    private final ApiToken token;

    TokenCheck(
            @ConfigProperty(name = "segue.api-token") Optional<String> setting,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        try {
            token = ApiToken.of(setting, host);
        } catch (IllegalArgumentException missing) {
            throw new ConfigurationException(missing.getMessage());
        }
    }

    void on(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL);
    }

    private void check(RoutingContext call) {
        String authorization =
                Optional.ofNullable(call.request().getHeader("Authorization")).orElse("");
        if (token.admits(call.normalizedPath(), authorization)) {
            call.next();
        } else {
            refuse(call);
        }
    }

    private static void refuse(RoutingContext call) {
        Problem problem = ApiToken.refusal();
        var _ = call.response()
                .setStatusCode(problem.status())
                .putHeader("WWW-Authenticate", "Bearer")
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(json(problem));
    }

    private static String json(Problem problem) {
        try {
            return Wire.json().writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
