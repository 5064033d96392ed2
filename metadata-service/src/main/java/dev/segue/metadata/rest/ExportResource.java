package dev.segue.metadata.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.library.Problem;
import dev.segue.library.Track;
import dev.segue.library.export.Archive;
import dev.segue.library.export.ExportName;
import dev.segue.library.export.PlaylistCsv;
import dev.segue.metadata.Exports;
import dev.segue.metadata.PlaylistHistory;
import dev.segue.metadata.PlaylistHistory.Playlist;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// The library as CSV files again.
@Path("/")
class ExportResource {

    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    private static final String ZIP = "application/zip";

    private final PlaylistHistory history;
    private final Exports exports;

    ExportResource(PlaylistHistory history, Exports exports) {
        this.history = history;
        this.exports = exports;
    }

    @GET
    @Path("export/{playlist}.csv")
    @Produces({CSV, Problem.MEDIA_TYPE})
    @Operation(
            summary = "A playlist as a CSV file",
            description = "In the form of exportify.net and the ISRC behind it, with all that is known now")
    @APIResponse(responseCode = "200", description = "the file")
    @APIResponse(responseCode = "404", description = "there is no such playlist")
    public Response playlist(@PathParam("playlist") String name) {
        return new NamedPlaylist(history, name).answer(this::csv);
    }

    private Response csv(Playlist playlist) {
        return csv(
                ExportName.of(playlist.name()).file(), playlist.timeline().takenAt(), exports.of(playlist.timeline()));
    }

    @GET
    @Path("export.csv")
    @Produces(CSV)
    @Operation(summary = "Every track that is known, once, as one CSV file")
    @APIResponse(responseCode = "200", description = "the file")
    public Response everything() {
        return csv("library.csv", newest(history.playlists()), exports.everything());
    }

    @GET
    @Path("export.zip")
    @Produces(ZIP)
    @Operation(summary = "Every playlist as a CSV file, in one zip: a whole backup")
    @APIResponse(responseCode = "200", description = "the zip")
    public Response archive() {
        List<Playlist> playlists = history.playlists();
        return download(ZIP, "spotify_playlists.zip", newest(playlists), out -> {
            try (Archive archive = new Archive(out)) {
                for (Playlist playlist : playlists) {
                    archive.add(playlist.name(), playlist.timeline().takenAt(), exports.of(playlist.timeline()));
                }
            }
        });
    }

    private static Instant newest(List<Playlist> playlists) {
        return playlists.stream()
                .map(playlist -> playlist.timeline().takenAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static Response csv(String file, Instant takenAt, Iterable<Track> tracks) {
        return download(CSV, file, takenAt, out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
            text.write(PlaylistCsv.BYTE_ORDER_MARK);
            PlaylistCsv.write(tracks, text);
            text.flush();
        });
    }

    /// @param takenAt when it looked so: whoever keeps the file should not take old news for new
    private static Response download(String type, String file, Instant takenAt, StreamingOutput content) {
        return Response.ok(content)
                .type(type)
                .lastModified(Date.from(takenAt))
                .header(HttpHeaders.CONTENT_DISPOSITION, ExportName.disposition(file))
                .build();
    }
}
