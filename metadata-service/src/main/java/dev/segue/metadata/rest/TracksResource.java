package dev.segue.metadata.rest;

import dev.segue.library.Problem;
import dev.segue.library.TrackId;
import dev.segue.metadata.Duplicates;
import dev.segue.metadata.TrackIndex;
import dev.segue.metadata.TrackSearch;
import dev.segue.service.Problems;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Tracks, one or many at a time.
@Path("/tracks")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
class TracksResource {

    /// Look-ups in one request.
    private static final int MOST_LOOKUPS = 1000;

    private final TrackIndex index;
    private final TrackSearch search;

    TracksResource(TrackIndex index, TrackSearch search) {
        this.index = index;
        this.search = search;
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "All that is known of a track",
            description = "By its id, such as spotify:4uLU6hMCjMI75M1A2tKUQC")
    public Response track(@PathParam("id") String id) {
        TrackAnswer answer = TrackAnswer.of(named(id), index, Instant.now());
        return answer.found() == TrackAnswer.Found.MISSING
                ? Problems.refused(Problem.notFound("neither the backup nor the API has told of " + id))
                : Response.ok(answer).build();
    }

    @GET
    @Operation(
            summary = "Tracks by words of title and artists",
            description = "Every word must be there, or begin one that is; case and accents make no difference")
    public LookupAnswer search(
            @Parameter(description = "words") @QueryParam("query") Optional<String> query,
            @Parameter(description = "at most so many, 1 to 1000") @QueryParam("limit") @DefaultValue("50") int limit) {
        String words = query.filter(TrackSearch::hasWords)
                .orElseThrow(() -> new IllegalArgumentException("\"query\" must have a word of a title or an artist"));
        if (limit < 1 || limit > MOST_LOOKUPS) {
            throw new IllegalArgumentException("\"limit\" must be 1 to " + MOST_LOOKUPS);
        }
        Instant now = Instant.now();
        return new LookupAnswer(search.find(words, limit).stream()
                .map(id -> TrackAnswer.of(id, index, now))
                .toList());
    }

    @POST
    @Path("lookup")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Looks up tracks by id, or by title and artist",
            description = "Answers in the order of the questions: FRESH, STALE or MISSING, and from where")
    public LookupAnswer lookup(@Nullable LookupQuestion question) {
        List<LookupQuestion.Wanted> wanted = Problems.body(question).tracks().orElse(List.of());
        if (wanted.isEmpty() || wanted.size() > MOST_LOOKUPS) {
            throw new IllegalArgumentException(
                    "\"tracks\" must list 1 to " + MOST_LOOKUPS + " of {\"id\"} or {\"title\", \"artist\"}");
        }
        Instant now = Instant.now();
        return new LookupAnswer(Problems.entries("tracks", wanted).stream()
                .map(one -> answer(one, now))
                .toList());
    }

    @POST
    @Path("duplicates")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Which tracks of the library are the same recordings",
            description =
                    "By id, or by title and artist; titles may be as uploaders write them. Answers in the order of"
                            + " the questions: the track that stands for the recording, why, and the others of its group")
    public DuplicatesAnswer duplicates(@Nullable DuplicatesQuestion question) {
        List<DuplicatesQuestion.Asked> asked = Problems.body(question).tracks().orElse(List.of());
        if (asked.isEmpty() || asked.size() > MOST_LOOKUPS) {
            throw new IllegalArgumentException(
                    "\"tracks\" must list 1 to " + MOST_LOOKUPS + " of {\"id\"} or {\"title\", \"artist\"}");
        }
        Duplicates duplicates = index.duplicates();
        return new DuplicatesAnswer(Problems.entries("tracks", asked).stream()
                .map(one -> DuplicatesAnswer.Answer.to(one, duplicates))
                .toList());
    }

    private TrackAnswer answer(LookupQuestion.Wanted wanted, Instant now) {
        if (wanted.id().isPresent()) {
            return TrackAnswer.of(named(wanted.id().get()), index, now);
        }
        String title =
                wanted.title().orElseThrow(() -> new IllegalArgumentException("a look-up needs an id or a title"));
        String artist =
                wanted.artist().orElseThrow(() -> new IllegalArgumentException("a look-up by title needs an artist"));
        return index.library().find(title, artist).stream()
                .findFirst()
                .map(entry -> TrackAnswer.of(entry.track().id(), index, now))
                .orElseGet(() -> TrackAnswer.missing(Optional.empty()));
    }

    static TrackId named(String id) {
        return TrackId.ofSpotifyUri(id).orElseGet(() -> TrackId.parse(id));
    }
}
