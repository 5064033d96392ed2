package dev.segue.metadata.rest;

import dev.segue.library.Problem;
import dev.segue.library.history.Trends;
import dev.segue.metadata.PlaylistHistory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/// How the library changed over time.
@Path("/trends")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
class TrendsResource {

    private final PlaylistHistory history;

    TrendsResource(PlaylistHistory history) {
        this.history = history;
    }

    @GET
    @Operation(
            summary = "Trends over all snapshots",
            description = "Size, tempo, energy, genres and decades of each snapshot; additions a month; artists")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Trends.class)))
    @APIResponse(responseCode = "404", description = "there is no such playlist")
    public Response trends(
            @Parameter(description = "a playlist; without it, the whole library") @QueryParam("playlist")
                    Optional<String> playlist) {
        return playlist.filter(name -> !name.isBlank())
                .map(this::ofPlaylist)
                .orElseGet(() -> Response.ok(Trends.of(history.playlists().stream()
                                .map(one -> history.described(one.timeline()))
                                .toList()))
                        .build());
    }

    private Response ofPlaylist(String name) {
        return new NamedPlaylist(history, name)
                .answer(playlist -> Response.ok(Trends.of(history.described(playlist.timeline())))
                        .build());
    }
}
