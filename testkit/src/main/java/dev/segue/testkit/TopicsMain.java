package dev.segue.testkit;

import dev.segue.library.fact.Topics;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/// Creates the topics that a broker lacks, and ends: `java … dev.segue.testkit.TopicsMain`.
///
/// The broker is `$KAFKA_BOOTSTRAP_SERVERS`; other `KAFKA_…` variables are client settings, as the services read them
/// (`KAFKA_SECURITY_PROTOCOL` is `security.protocol`). It waits two minutes for a broker that comes late.
///
/// Exit status: 0 all topics are there; 1 they are not, or not as they should be, which one line on stderr explains.
public final class TopicsMain {

    private static final Logger ROOT = Logger.getLogger("");
    private static final String PREFIX = "KAFKA_";
    private static final String PATIENCE_MS = "120000";

    private TopicsMain() {}

    public static void main(String[] arguments) {
        ROOT.setLevel(Level.SEVERE);
        Map<String, Object> settings = settings(System.getenv());
        try (Admin admin = Admin.create(settings)) {
            Topics.create(admin);
            System.out.println("topics: all are there");
        } catch (KafkaException | IllegalStateException unusable) {
            System.err.println("topics: " + settings.get("bootstrap.servers") + ": " + reason(unusable));
            System.exit(1);
        }
    }

    /// Kafka client settings in an environment.
    static Map<String, Object> settings(Map<String, String> environment) {
        var settings = new HashMap<String, Object>(
                Map.of("bootstrap.servers", "localhost:9092", "default.api.timeout.ms", PATIENCE_MS));
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                settings.put(
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return settings;
    }

    private static String reason(RuntimeException unusable) {
        Throwable cause = unusable.getCause();
        return cause == null
                ? String.valueOf(unusable.getMessage())
                : unusable.getMessage() + " (" + cause.getMessage() + ")";
    }
}
