package dev.segue.processing.rest;

import dev.segue.processing.Inbox;
import dev.segue.processing.Processing;
import dev.segue.processing.Tally;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How the tracks ended.
@Path("/jobs")
class JobsResource {

    /// @param processed tracks by outcome, since the start
    /// @param open      tracks on their way now, and the state that each has reached
    record Jobs(Map<String, Long> processed, Map<String, String> open, Box inbox) {}

    /// @param directory absent if no inbox is set
    /// @param files     audio files in it
    record Box(Optional<String> directory, int files) {}

    private final Tally tally;
    private final Processing processing;
    private final Inbox inbox;

    JobsResource(Tally tally, Processing processing, Inbox inbox) {
        this.processing = processing;
        this.tally = tally;
        this.inbox = inbox;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Jobs get() {
        var open = new TreeMap<String, String>();
        processing.open().forEach((id, state) -> open.put(id.toString(), state));
        return new Jobs(
                tally.counts(), open, new Box(inbox.directory(), inbox.files().size()));
    }
}
