package dev.segue.metadata.rest;

import dev.segue.library.csv.CsvFile;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.metadata.TrackIndex;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// What became of the backup's files.
@Path("/library")
@Produces(MediaType.APPLICATION_JSON)
class LibraryResource {

    /// @param tracks     distinct tracks in all files
    /// @param loadedAt   when they were read
    /// @param unreadable why the backup cannot be read now, while this was read before; absent if it can
    record LibraryAnswer(int tracks, Instant loadedAt, List<CsvFile> files, Optional<String> unreadable) {}

    private final TrackIndex index;

    LibraryResource(TrackIndex index) {
        this.index = index;
    }

    @GET
    @Operation(summary = "The CSV library: files, formats, rows, and every row that could not be read")
    public LibraryAnswer library() {
        CsvLibrary library = index.library();
        return new LibraryAnswer(library.size(), library.loadedAt(), library.files(), index.trouble());
    }
}
