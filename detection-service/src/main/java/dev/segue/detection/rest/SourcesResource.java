package dev.segue.detection.rest;

import dev.segue.detection.ApiGate;
import dev.segue.detection.ApiGates;
import dev.segue.detection.BackupSource;
import dev.segue.detection.DetectionConfig;
import dev.segue.detection.LoginState;
import dev.segue.detection.Logins;
import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.ApiStatus.Calls;
import dev.segue.library.fact.ApiStatus.Feature;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Where tracks can come from, and how each of these stands.
@Path("/sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SourcesResource {

    /// @param directory as configured
    /// @param problem   why it cannot be read; then there is nothing else
    record BackupState(String directory, int tracks, int files, Optional<String> problem) {}

    /// @param configured    whether there are credentials, and they are good
    /// @param budgetLeft    calls left of the last 24 hours, the reserve included
    /// @param callsInWindow calls of the last 24 hours
    /// @param blockedUntil  no call goes out before
    /// @param refused       what this client id was refused
    /// @param problem       what a person must do first, such as to log in
    /// @param unreached     why it gave no answer of late
    /// @param calls         every call that was ever made, by endpoint and outcome
    record ApiState(
            String name,
            boolean configured,
            int budgetLeft,
            int reserve,
            int callsInWindow,
            Optional<Instant> blockedUntil,
            Set<Feature> refused,
            Optional<String> problem,
            Optional<String> unreached,
            List<Calls> calls) {

        static ApiState of(ApiStatus status) {
            return new ApiState(
                    status.key(),
                    status.configured(),
                    status.budgetLeft(),
                    status.reserve(),
                    status.callsInWindow(),
                    status.blockedUntil(),
                    status.refuses(),
                    status.problem(),
                    status.unreached(),
                    status.calls());
        }
    }

    /// @param logins how the persons' logins stand, and what to do about them
    record Sources(BackupState backup, List<ApiState> apis, List<LoginState> logins) {}

    private final BackupSource backup;
    private final ApiGates gates;
    private final DetectionConfig config;
    private final Logins logins;

    SourcesResource(BackupSource backup, ApiGates gates, DetectionConfig config, Logins logins) {
        this.backup = backup;
        this.gates = gates;
        this.config = config;
        this.logins = logins;
    }

    @GET
    @Operation(summary = "The backup and the music APIs: what is there, and what may still be asked")
    public Sources sources() {
        return new Sources(
                backupState(),
                gates.all().stream().map(ApiGate::status).map(ApiState::of).toList(),
                logins.states());
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
