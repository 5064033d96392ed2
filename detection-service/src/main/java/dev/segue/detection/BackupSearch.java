package dev.segue.detection;

import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.library.fact.DetectionStatus.Request;
import java.time.InstantSource;

/// Looks for what a request asks for in the backup, where one is needed or there is one.
record BackupSearch(
        BackupSource backup, ObservedPlaylists observed, ApiGates gates, DetectionConfig config, InstantSource clock) {

    /// @throws IllegalArgumentException  with a message for the asker, if the request makes no sense
    /// @throws BackupUnreadableException with a message for the asker
    Findings find(Request request) {
        Detection detection = Detection.of(request);
        CsvLibrary library = needsBackup(detection) ? backup.library() : libraryIfAny();
        return new SourceChoice(library, observed, config.lookup(), gates.configured(), clock.instant())
                .find(detection, request.limit().orElse(Integer.MAX_VALUE));
    }

    /// Where the API can be asked, or a track is named, the backup has only the better answer: without one it goes as
    /// well.
    private boolean needsBackup(Detection detection) {
        return switch (detection) {
            case Detection.Single _, Detection.SinglePage _, Detection.SoundCloudLikes _ -> false;
            case Detection.WholeBackup _ -> true;
            case Detection.Liked _,
                    Detection.NewestLikes _,
                    Detection.Playlist _,
                    Detection.AllPlaylists _,
                    Detection.Current _ -> !gates.of(Api.SPOTIFY).configured();
        };
    }

    private CsvLibrary libraryIfAny() {
        try {
            return backup.library();
        } catch (BackupUnreadableException none) {
            return CsvLibrary.empty();
        }
    }
}
