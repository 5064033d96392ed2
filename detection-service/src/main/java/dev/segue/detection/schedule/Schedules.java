package dev.segue.detection.schedule;

import dev.segue.detection.Detection.Source;
import dev.segue.detection.DetectionConfig;
import dev.segue.detection.DetectionRuns;
import dev.segue.detection.DetectionRuns.Answer;
import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.library.fact.DetectionStatus.Request;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Asks for a detection of each source whenever its time has come, as a person would by `POST /detections`.
@ApplicationScoped
class Schedules {

    private static final Logger LOG = Logger.getLogger(Schedules.class);

    private final Scheduler scheduler;
    private final DetectionRuns runs;
    private final DetectionConfig.Schedule settings;

    Schedules(Scheduler scheduler, DetectionRuns runs, DetectionConfig config) {
        this.scheduler = scheduler;
        this.runs = runs;
        this.settings = config.schedule();
    }

    void start(@Observes StartupEvent started) {
        plan(Source.LIKED, "liked", settings.liked());
        plan(Source.NEWEST_LIKES, "newest-likes", settings.newestLikes());
        plan(Source.PLAYLISTS, "playlists", settings.playlists());
        plan(Source.SOUNDCLOUD_LIKES, "soundcloud", settings.soundcloud());
        plan(Source.BACKUP, "backup", settings.backup());
    }

    private void plan(Source source, String setting, Optional<String> cron) {
        cron.ifPresent(times -> plan(source.name(), "segue.schedule." + setting, times));
    }

    private void plan(String source, String key, String cron) {
        try {
            var _ = scheduler
                    .newJob(key)
                    .setCron(cron)
                    .setConcurrentExecution(ConcurrentExecution.SKIP)
                    .setTask(_ -> detect(source), true)
                    .schedule();
        } catch (IllegalArgumentException unreadable) {
            var wrong = new ConfigurationException(
                    key + " accepts a cron expression such as \"0 0 6 * * ?\", not \"" + cron + '"');
            wrong.addSuppressed(unreadable); // a cause would be the last word in the log
            throw wrong;
        }
    }

    private void detect(String source) {
        try {
            Answer answer = runs.start(new Request(source, Optional.empty(), Optional.empty(), Optional.empty()));
            LOG.infof("by schedule, %s: %s", source, told(answer));
        } catch (BackupUnreadableException unreadable) {
            LOG.warnf("by schedule, %s: %s", source, unreadable.getMessage());
        }
    }

    private static String told(Answer answer) {
        return switch (answer) {
            case Answer.Accepted(String runId) -> "run " + runId;
            case Answer.Delayed(String runId) -> "run " + runId + ", as soon as Kafka answers";
            case Answer.NotThere(String why) -> why;
        };
    }
}
