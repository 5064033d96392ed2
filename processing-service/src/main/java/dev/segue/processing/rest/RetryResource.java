package dev.segue.processing.rest;

import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackSynced;
import dev.segue.processing.Retries;
import dev.segue.processing.SyncedTracks;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/// Another try for one track, whatever came of it before: a delivered one is brought to Eagle, if it is not there.
@Path("/jobs/{trackId}/retry")
class RetryResource {

    private final SyncedTracks tracks;
    private final Retries retries;

    RetryResource(SyncedTracks tracks, Retries retries) {
        this.tracks = tracks;
        this.retries = retries;
    }

    /// 202 when the try begins: its end is a fact. 404 if the catalogue does not show the track.
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response retry(@PathParam("trackId") String trackId) {
        TrackId id = TrackId.of(trackId)
                .orElseThrow(() -> new BadRequestException("not a track id, such as spotify:…: \"" + trackId + '"'));
        TrackSynced synced =
                tracks.find(id).orElseThrow(() -> new NotFoundException("the catalogue does not show " + id));
        var _ = Thread.ofVirtual().name("retry " + id).start(() -> retries.of(synced));
        return Response.accepted(Map.of("trackId", id.toString())).build();
    }
}
