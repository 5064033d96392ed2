package dev.segue.detection.rest;

import dev.segue.detection.BackupSource;
import dev.segue.detection.DetectionConfig;
import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.library.csv.CsvLibrary;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Where tracks can come from, and how each of these stands.
@Path("/sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SourcesResource {

    /// @param directory as configured
    /// @param problem   why it cannot be read; then there is nothing else
    record BackupState(String directory, int tracks, int files, Optional<String> problem) {}

    /// @param configured whether there are credentials, and an adapter that uses them
    record ApiState(String name, boolean configured, int budgetLeft) {}

    record Sources(BackupState backup, List<ApiState> apis) {}

    private final BackupSource backup;
    private final DetectionConfig config;

    SourcesResource(BackupSource backup, DetectionConfig config) {
        this.backup = backup;
        this.config = config;
    }

    @GET
    @Operation(summary = "The backup and the music APIs: what is there, and what may still be asked")
    public Sources sources() {
        return new Sources(backupState(), List.of(new ApiState("spotify", false, 0)));
    }

    private BackupState backupState() {
        String directory = config.csv().directory().toString();
        try {
            CsvLibrary library = backup.library();
            return new BackupState(directory, library.size(), library.files().size(), Optional.empty());
        } catch (BackupUnreadableException unreadable) {
            return new BackupState(directory, 0, 0, Optional.ofNullable(unreadable.getMessage()));
        }
    }
}
