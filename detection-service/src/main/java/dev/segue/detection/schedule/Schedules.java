package dev.segue.detection.schedule;

import dev.segue.detection.DetectionConfig;
import dev.segue.detection.DetectionRuns;
import dev.segue.detection.DetectionRuns.Answer;
import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.library.fact.DetectionStatus.Request;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Locale;
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
        var crons = new LinkedHashMap<String, Optional<String>>();
        crons.put("LIKED", settings.liked());
        crons.put("PLAYLISTS", settings.playlists());
        crons.put("SOUNDCLOUD_LIKES", settings.soundcloud());
        crons.put("BACKUP", settings.backup());
        crons.forEach((source, cron) -> cron.ifPresent(times -> plan(source, times)));
    }

    private void plan(String source, String cron) {
        String key = "segue.schedule." + source.toLowerCase(Locale.ROOT).replace("_likes", "");
        try {
            var _ = scheduler
                    .newJob(key)
                    .setCron(cron)
                    .setConcurrentExecution(ConcurrentExecution.SKIP)
                    .setTask(_ -> detect(source), true)
                    .schedule();
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    key + " is \"" + cron + "\": it accepts a cron expression such as \"0 0 6 * * ?\"", unreadable);
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
