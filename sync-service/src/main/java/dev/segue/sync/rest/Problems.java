package dev.segue.sync.rest;

import dev.segue.library.Problem;
import dev.segue.sync.CatalogueUnavailable;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Every refusal as problem details (RFC 9457).
class Problems {

    @ServerExceptionMapper
    Response unavailable(CatalogueUnavailable away) {
        return refused(Problem.unavailable(String.valueOf(away.getMessage())));
    }

    @ServerExceptionMapper
    Response refusedByTheFramework(WebApplicationException refusal) {
        Response.StatusType status = refusal.getResponse().getStatusInfo();
        return refused(new Problem(
                "about:blank", status.getReasonPhrase(), status.getStatusCode(), String.valueOf(refusal.getMessage())));
    }

    private static Response refused(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
