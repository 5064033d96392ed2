package dev.segue.service;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.segue.library.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Every refusal as problem details (RFC 9457).
public class Problems {

    /// The answer to a request that is refused.
    public static Response refused(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    @ServerExceptionMapper
    public Response wrong(IllegalArgumentException request) {
        return refused(Problem.badRequest(String.valueOf(request.getMessage())));
    }

    @ServerExceptionMapper
    public Response mistyped(MismatchedInputException body) {
        return refused(Problem.badRequest("the body is not what is expected: " + body.getOriginalMessage()));
    }

    @ServerExceptionMapper
    public Response refusedByTheFramework(WebApplicationException refusal) {
        Response.StatusType status = refusal.getResponse().getStatusInfo();
        String detail = refusal.getCause() == null
                ? String.valueOf(refusal.getMessage())
                : "the request cannot be read: " + firstLine(refusal.getCause());
        return refused(new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail));
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
