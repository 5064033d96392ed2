package dev.segue.sync.rest;

import dev.segue.library.Problem;
import dev.segue.service.Problems;
import dev.segue.sync.CatalogueUnavailable;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What this service alone refuses.
class Refusals {

    @ServerExceptionMapper
    Response unavailable(CatalogueUnavailable away) {
        return Problems.refused(Problem.unavailable(String.valueOf(away.getMessage())));
    }
}
