package dev.segue.sync.rest;

import dev.segue.library.Problem;
import dev.segue.sync.Catalogue;
import dev.segue.sync.CataloguePause;
import dev.segue.sync.CatalogueSummary;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// How much is in the catalogue, and what it is waited for.
@Path("/catalogue")
class CatalogueResource {

    private final Catalogue catalogue;
    private final CataloguePause paused;

    CatalogueResource(Catalogue catalogue, CataloguePause paused) {
        this.catalogue = catalogue;
        this.paused = paused;
    }

    /// @param until   it is tried again; absent if nothing is waited for
    /// @param reason  for people
    /// @param limited whether it has said itself that it goes on then; else somebody may have to help
    record State(Optional<Instant> until, Optional<String> reason, Optional<Boolean> limited) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(
            summary = "How much is in the catalogue",
            description = "503 with Retry-After while it takes no questions, as far as is known how long that is")
    public CatalogueSummary get() {
        return catalogue.summary();
    }

    /// Whether the synchronisation waits now. The catalogue itself is not asked.
    @GET
    @Path("/state")
    @Produces(MediaType.APPLICATION_JSON)
    public State state() {
        Optional<CataloguePause.Wait> wait = paused.now();
        return new State(
                wait.map(CataloguePause.Wait::until),
                wait.map(CataloguePause.Wait::reason),
                wait.map(CataloguePause.Wait::limited));
    }
}
