package dev.segue.detection.rest;

import dev.segue.detection.DetectionRuns;
import dev.segue.detection.DetectionRuns.Answer;
import dev.segue.library.Problem;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.service.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// Detections: asked for, and followed.
@Path("/detections")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
class DetectionsResource {

    /// `{"source": "LIKED", "playlist"?, "url"?, "limit"?}`
    record Wanted(Optional<String> source, Optional<String> playlist, Optional<String> url, Optional<Integer> limit) {}

    /// What an accepted request is answered with.
    record Accepted(String runId) {}

    private final DetectionRuns runs;

    DetectionsResource(DetectionRuns runs) {
        this.runs = runs;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Asks for a detection",
            description =
                    "LIKED, NEWEST_LIKES (since the export), PLAYLIST (by name, id or URL), PLAYLISTS (all that were"
                            + " exported), CURRENT, SOUNDCLOUD_LIKES, BACKUP (everything) or SINGLE (by URL, URI or id);"
                            + " 202 with the run's id, at once: what takes longer to find is told by the run")
    public Response start(@Nullable Wanted request) {
        Wanted wanted = Problems.body(request);
        String source = wanted.source().orElseThrow(() -> new IllegalArgumentException("\"source\" is missing"));
        var detection = new DetectionStatus.Request(source, wanted.playlist(), wanted.url(), wanted.limit());
        return switch (runs.start(detection)) {
            case Answer.Accepted(String runId) ->
                Response.accepted(new Accepted(runId)).build();
            case Answer.NotThere(String why) -> Problems.refused(Problem.notFound(why));
            case Answer.Delayed(String runId) ->
                Problems.refused(
                        Problem.unavailable("Kafka does not answer; run " + runId + " starts as soon as it does"));
        };
    }

    @GET
    @Path("{runId}")
    @Operation(summary = "How a run's detection stands")
    public Response status(@PathParam("runId") String runId) {
        return runs.status(runId)
                .map(status -> Response.ok(status).build())
                .orElseGet(() -> Problems.refused(Problem.notFound("no run " + runId)));
    }
}
