package dev.segue.sync.rest;

import dev.segue.library.Problem;
import dev.segue.sync.CatalogueUnavailable;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns what goes wrong into problem details.
class ProblemMappers {

    @ServerExceptionMapper
    Response unavailable(CatalogueUnavailable away) {
        Problem problem = Problem.unavailable(String.valueOf(away.getMessage()));
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
