package dev.segue.sync.rest;

import dev.segue.library.Problem;
import dev.segue.sync.Remediation;
import dev.segue.sync.Remediations;
import io.quarkus.qute.Template;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// The catalogue held against what is known, on request.
@Path("/remediations")
class RemediationsResource {

    private static final String ID = "{id: [0-9a-z-]+}";
    private static final String HTML = "text/html;charset=UTF-8";

    private final Remediations remediations;
    private final Template remediation;

    /// @param remediation the page, `templates/remediation.html`
    RemediationsResource(Remediations remediations, Template remediation) {
        this.remediations = remediations;
        this.remediation = remediation;
    }

    /// `{"fix": true}`; without a body nothing is fixed.
    record Wish(Optional<Boolean> fix) {}

    record Begun(String id) {}

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(
            summary = "Holds every page of the catalogue against what is known",
            description = "With fix, what was found is put right, and nothing else. Answers at once with an id")
    public Response begin(@Nullable Wish wish) {
        boolean fix = Optional.ofNullable(wish).flatMap(Wish::fix).orElse(false);
        String id = remediations.begin(fix).id();
        return Response.accepted(new Begun(id))
                .location(URI.create("/remediations/" + id))
                .build();
    }

    @GET
    @Path(ID)
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(summary = "How far a remediation is, and what it has found")
    public Remediation get(@PathParam("id") String id) {
        return found(id);
    }

    @GET
    @Path(ID + ".csv")
    @Produces({ReportCsv.TYPE, Problem.MEDIA_TYPE})
    @Operation(summary = "What it has found, as a file for spreadsheets")
    public Response csv(@PathParam("id") String id) {
        return Response.ok(ReportCsv.of(found(id).findings()))
                .type(ReportCsv.TYPE)
                .header("Content-Disposition", "attachment; filename=\"remediation-" + id + ".csv\"")
                .build();
    }

    @GET
    @Path(ID + ".html")
    @Produces({HTML, Problem.MEDIA_TYPE})
    @Operation(summary = "What it has found, as a page to print")
    public Response html(@PathParam("id") String id) {
        return Response.ok(ReportPage.of(remediation, found(id))).type(HTML).build();
    }

    private Remediation found(String id) {
        return remediations.find(id).orElseThrow(() -> new NotFoundException("there is no remediation " + id));
    }
}
