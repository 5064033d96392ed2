package dev.segue.processing.rest;

import dev.segue.processing.Inbox;
import dev.segue.processing.Tally;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;

/// How the tracks ended.
@Path("/jobs")
class JobsResource {

    /// @param processed tracks by outcome, since the start
    record Jobs(Map<String, Long> processed, Box inbox) {}

    /// @param directory absent if no inbox is set
    /// @param files     audio files in it
    record Box(Optional<String> directory, int files) {}

    private final Tally tally;
    private final Inbox inbox;

    JobsResource(Tally tally, Inbox inbox) {
        this.tally = tally;
        this.inbox = inbox;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Jobs get() {
        return new Jobs(tally.counts(), new Box(inbox.directory(), inbox.files().size()));
    }
}
