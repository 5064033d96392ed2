package dev.segue.service;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.segue.library.Problem;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Every refusal as problem details (RFC 9457).
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    /// The answer to a request that is refused.
    public static Response refused(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    /// The same, for who may ask again when `left` has passed.
    public static Response refused(Problem problem, Duration left) {
        long seconds = left.plusNanos(999_999_999).toSeconds();
        return Response.fromResponse(refused(problem))
                .header("Retry-After", Math.max(1, seconds))
                .build();
    }

    /// The body of a request.
    ///
    /// @throws IllegalArgumentException if there is none
    public static <T> T body(@Nullable T given) {
        if (given == null) {
            throw new IllegalArgumentException("the body is missing");
        }
        return given;
    }

    /// A list in a body.
    ///
    /// @throws IllegalArgumentException if it has nothing at some place
    public static <T> List<T> entries(String name, List<T> given) {
        if (given.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException('"' + name + "\" must not have null in it");
        }
        return given;
    }

    @ServerExceptionMapper
    public Response wrong(IllegalArgumentException request) {
        return refused(Problem.badRequest(String.valueOf(request.getMessage())));
    }

    @ServerExceptionMapper
    public Response mistyped(MismatchedInputException body) {
        String place = body.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        return refused(Problem.badRequest("the body is not what is expected"
                + (place.isEmpty() ? "" : ": \"" + place + "\" is of another kind")));
    }

    /// A fault of ours: the log has all of it, and whoever asked an answer in the form of all others.
    @ServerExceptionMapper
    public Response unexpected(RuntimeException fault) {
        LOG.error("a request failed", fault);
        return refused(new Problem(
                "about:blank", "Internal Server Error", 500, "unexpected; the log of this service says more"));
    }

    @ServerExceptionMapper
    public Response refusedByTheFramework(WebApplicationException refusal) {
        Response.StatusType status = refusal.getResponse().getStatusInfo();
        if (refusal instanceof NotFoundException && refusal.getCause() instanceof IllegalArgumentException parameter) {
            return refused(Problem.badRequest("a parameter cannot be read: " + firstLine(parameter)));
        }
        String detail = refusal.getCause() == null
                ? String.valueOf(refusal.getMessage())
                : "the request cannot be read: " + firstLine(refusal.getCause());
        return refused(new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail));
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
