package dev.segue.detection.metrics;

import dev.segue.detection.ApiGate;
import dev.segue.detection.ApiGates;
import dev.segue.detection.LoginState;
import dev.segue.detection.LoginState.Standing;
import dev.segue.detection.Logins;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.ApiStatus.Api;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// How each API stands, and each person's login to it.
@Startup
@ApplicationScoped
class ApiMetrics {

    private final Logins logins;
    private final MeterRegistry registry;

    ApiMetrics(ApiGates gates, Logins logins, MeterRegistry registry) {
        this.logins = logins;
        this.registry = registry;
        gates.all().forEach(this::register);
        logins.states().forEach(this::register);
    }

    private void register(ApiGate gate) {
        gauge(gate, "segue.api.configured", status -> status.configured() ? 1 : 0);
        gauge(gate, "segue.api.unreached", status -> status.unreached().isPresent() ? 1 : 0);
        gauge(gate, "segue.api.window.calls", ApiStatus::callsInWindow);
        gauge(gate, "segue.api.budget.left", ApiStatus::budgetLeft);
        gauge(gate, "segue.api.budget.reserve", ApiStatus::reserve);
        gauge(
                gate,
                "segue.api.blocked.until.timestamp.seconds",
                status -> status.blockedUntil().map(ApiMetrics::seconds).orElse(0.0));
    }

    private void gauge(ApiGate gate, String name, ToDoubleFunction<ApiStatus> value) {
        String api = gate.status().key();
        Gauge.builder(name, () -> value.applyAsDouble(gate.status()))
                .tag("api", api)
                .register(registry);
    }

    private void register(LoginState login) {
        Api api = login.api();
        Tags tags = Tags.of("api", api.name().toLowerCase(Locale.ROOT));
        for (Standing standing : Standing.values()) {
            Gauge.builder("segue.login", () -> stands(api, standing) ? 1 : 0)
                    .tags(tags.and("standing", standing.name().toLowerCase(Locale.ROOT)))
                    .register(registry);
        }
        // no number if it never ends: no alert then says that it ends soon
        Gauge.builder(
                        "segue.login.ends.timestamp.seconds",
                        () -> now(api).flatMap(LoginState::ends)
                                .map(ApiMetrics::seconds)
                                .orElse(Double.NaN))
                .tags(tags)
                .register(registry);
    }

    private boolean stands(Api api, Standing standing) {
        return now(api).filter(login -> login.standing() == standing).isPresent();
    }

    private Optional<LoginState> now(Api api) {
        return logins.states().stream().filter(login -> login.api() == api).findFirst();
    }

    private static double seconds(Instant moment) {
        return moment.toEpochMilli() / 1000.0;
    }
}
