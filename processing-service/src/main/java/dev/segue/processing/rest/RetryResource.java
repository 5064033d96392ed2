package dev.segue.processing.rest;

import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackSynced;
import dev.segue.processing.Announcement;
import dev.segue.processing.Processing;
import dev.segue.processing.ShelfUnavailable;
import dev.segue.processing.SyncedTracks;
import dev.segue.processing.Tally;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;

/// Another try for one track.
@Path("/jobs/{trackId}/retry")
class RetryResource {

    private static final Logger LOG = Logger.getLogger(RetryResource.class);

    private final SyncedTracks tracks;
    private final Processing processing;
    private final Tally tally;
    private final Announcement announcement;

    RetryResource(SyncedTracks tracks, Processing processing, Tally tally, Announcement announcement) {
        this.tracks = tracks;
        this.processing = processing;
        this.tally = tally;
        this.announcement = announcement;
    }

    /// 202 when the try begins: its end is a fact. 404 if the catalogue does not show the track.
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response retry(@PathParam("trackId") String trackId) {
        TrackId id = TrackId.of(trackId)
                .orElseThrow(() -> new BadRequestException("not a track id, such as spotify:…: \"" + trackId + '"'));
        TrackSynced synced =
                tracks.find(id).orElseThrow(() -> new NotFoundException("the catalogue does not show " + id));
        var _ = Thread.ofVirtual().name("retry " + id).start(() -> lead(synced));
        return Response.accepted(Map.of("trackId", id.toString())).build();
    }

    private void lead(TrackSynced synced) {
        TrackId id = synced.track().id();
        try {
            Fact end = processing.again(synced).fact(id, Instant.now());
            announcement.say(end);
            tally.count(end);
        } catch (ShelfUnavailable away) {
            LOG.warnf("The retry of %s came to nothing: %s", id, away.getMessage());
        }
    }
}
