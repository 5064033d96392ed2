package dev.segue.detection.rest;

import dev.segue.detection.ApiGates;
import dev.segue.detection.Original;
import dev.segue.detection.Outcome;
import dev.segue.detection.SoundCloud;
import dev.segue.library.Problem;
import dev.segue.library.TrackId;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.service.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The files that uploaders offer, for processing-service: only this service has tokens, and knows the budget.
@Path("/audio")
@RunOnVirtualThread
class AudioResource {

    private final SoundCloud soundCloud;
    private final ApiGates gates;
    private final InstantSource clock;

    AudioResource(SoundCloud soundCloud, ApiGates gates, InstantSource clock) {
        this.soundCloud = soundCloud;
        this.gates = gates;
        this.clock = clock;
    }

    @GET
    @Path("{trackId}")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, Problem.MEDIA_TYPE})
    @Operation(
            summary = "The file of a track on SoundCloud, as it was uploaded",
            description = "404 with `type` urn:segue:audio:not-offered, preview, blocked or unknown, if there is none;"
                    + " 503 with Retry-After while SoundCloud takes no calls, 502 if it does not answer well")
    public Response original(@PathParam("trackId") String trackId) {
        TrackId id = TrackId.parse(trackId);
        if (id.source() != TrackId.Source.SOUNDCLOUD
                || !gates.of(Api.SOUNDCLOUD).configured()) {
            return none("not-offered", "only SoundCloud offers files, and only to who has an app there");
        }
        return switch (soundCloud.original(id)) {
            case Outcome.Answer<Original>(Original original) -> answer(id, original);
            case Outcome.NotFound<Original> _ -> none("unknown", "SoundCloud does not know " + id);
            case Outcome.Refused<Original>(String why) -> none("not-offered", why);
            case Outcome.NoLogin<Original>(String why, Instant _) -> none("not-offered", why);
            case Outcome.RateLimited<Original>(Instant until) -> later(until);
            case Outcome.Failed<Original>(String why, boolean _) ->
                Problems.refused(new Problem("about:blank", "Bad Gateway", 502, why));
        };
    }

    private static Response answer(TrackId id, Original original) {
        return switch (original) {
            case Original.File file ->
                Response.ok(file.body(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"soundcloud-" + id.key() + file.extension() + '"')
                        .build();
            case Original.Withheld(Original.Reason reason, String why) ->
                none(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), why);
        };
    }

    private static Response none(String kind, String why) {
        return Problems.refused(new Problem("urn:segue:audio:" + kind, "Not Found", 404, why));
    }

    private Response later(Instant until) {
        return Problems.refused(
                Problem.unavailable("SoundCloud takes no calls until " + until),
                Duration.between(clock.instant(), until));
    }
}
