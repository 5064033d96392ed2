package dev.segue.metadata.rest;

import dev.segue.library.Problem;
import dev.segue.library.history.Changes;
import dev.segue.library.history.Choice;
import dev.segue.library.history.Timeline;
import dev.segue.metadata.PlaylistHistory;
import dev.segue.service.Problems;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// Playlists and what became of them.
@Path("/playlists")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
class PlaylistsResource {

    private final PlaylistHistory history;

    PlaylistsResource(PlaylistHistory history) {
        this.history = history;
    }

    @GET
    @Operation(
            summary = "All playlists with their snapshots",
            description = "Those of the backup and those that the API showed; the liked songs first")
    public PlaylistsAnswer playlists() {
        return PlaylistsAnswer.of(history.playlists());
    }

    @GET
    @Path("{name}/changes")
    @Operation(
            summary = "What happened to a playlist between two snapshots",
            description = "Added, removed, modified and moved entries, and how many are unchanged")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Changes.class)))
    @APIResponse(responseCode = "400", description = "from, to or the name cannot be understood")
    @APIResponse(responseCode = "404", description = "there is no such playlist, or no such snapshot of it")
    public Response changes(
            @PathParam("name") String name,
            @Parameter(description = "a date, a moment, observed or a file; without it, the snapshot before")
                    @QueryParam("from")
                    Optional<String> from,
            @Parameter(description = "a date, a moment, observed or a file; without it, the newest") @QueryParam("to")
                    Optional<String> to) {
        var question = new Choice.Question(from.filter(text -> !text.isBlank()), to.filter(text -> !text.isBlank()));
        return new NamedPlaylist(history, name).answer(playlist -> changes(playlist.timeline(), question));
    }

    private static Response changes(Timeline timeline, Choice.Question question) {
        return switch (timeline.choose(question)) {
            case Choice.Two two ->
                Response.ok(Changes.between(two.from(), two.to())).build();
            case Choice.Missing missing -> Problems.refused(Problem.notFound(missing.why()));
            case Choice.Unclear unclear -> Problems.refused(Problem.badRequest(unclear.why()));
        };
    }
}
