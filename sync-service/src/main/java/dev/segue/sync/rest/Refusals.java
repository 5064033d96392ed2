package dev.segue.sync.rest;

import dev.segue.library.Problem;
import dev.segue.service.Problems;
import dev.segue.sync.CataloguePause;
import dev.segue.sync.CatalogueUnavailable;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What this service alone refuses.
class Refusals {

    private final CataloguePause paused;

    Refusals(CataloguePause paused) {
        this.paused = paused;
    }

    @ServerExceptionMapper
    Response unavailable(CatalogueUnavailable away) {
        String why = String.valueOf(away.getMessage());
        return paused.until(away)
                .map(until -> later(why, until))
                .orElseGet(() -> Problems.refused(Problem.unavailable(why)));
    }

    private static Response later(String why, Instant until) {
        Instant second = until.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
        return Problems.refused(
                Problem.unavailable(why + "; it can be asked again at " + second),
                Duration.between(Instant.now(), until));
    }
}
