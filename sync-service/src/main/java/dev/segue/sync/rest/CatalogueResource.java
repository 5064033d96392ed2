package dev.segue.sync.rest;

import dev.segue.sync.Catalogue;
import dev.segue.sync.CatalogueSummary;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// How much is in the catalogue.
@Path("/catalogue")
class CatalogueResource {

    private final Catalogue catalogue;

    CatalogueResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public CatalogueSummary get() {
        return catalogue.summary();
    }
}
