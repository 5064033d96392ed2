package dev.segue.processing.eagle;

import dev.segue.processing.Announcement;
import dev.segue.processing.Eagle;
import dev.segue.processing.ProcessingConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/// Opens the queue for Eagle, if the settings name an Eagle.
@ApplicationScoped
class Eagles {

    private static final Logger LOG = Logger.getLogger(Eagles.class);
    private static final URI USUAL = URI.create("http://localhost:41595");

    private final ScheduledExecutorService again = Executors.newSingleThreadScheduledExecutor();

    void on(@Observes @Priority(3) StartupEvent start, Eagle eagle) {
        // a wrong setting stops the start
    }

    void stop(@Observes ShutdownEvent end) {
        again.shutdownNow();
    }

    @Produces
    @Singleton
    Eagle eagle(ProcessingConfig config, Announcement announcement) {
        ProcessingConfig.Eagle eagle = config.eagle();
        if (eagle.baseUrl().isEmpty() && eagle.library().isEmpty()) {
            return Eagle.none();
        }
        var app = new App(eagle.baseUrl().orElse(USUAL), eagle.token(), eagle.library());
        Path output = config.audio().output().toAbsolutePath().normalize();
        Path journal = output.resolve(".segue-eagle.jsonl");
        var queue = new EagleQueue(
                new Wishes(journal),
                app,
                eagle.pathMapping().map(text -> mapping(text, output)).orElse(UnaryOperator.identity()),
                Clock.systemUTC(),
                announcement);
        long every = eagle.tryEvery().toMillis();
        var _ = again.scheduleWithFixedDelay(() -> tryAll(queue), every, every, TimeUnit.MILLISECONDS);
        return queue;
    }

    /// One surprise must not end the trying.
    private static void tryAll(EagleQueue queue) {
        try {
            queue.tryAll();
        } catch (RuntimeException surprise) {
            LOG.error("Files for Eagle wait", surprise);
        }
    }

    /// @param output the folder that it has to be about
    static UnaryOperator<String> mapping(String text, Path output) {
        int sign = text.indexOf('=');
        if (sign < 1 || sign == text.length() - 1) {
            throw new ConfigurationException(
                    "segue.eagle.path-mapping accepts HERE=THERE, such as /data/music=/Users/me/Music, not " + text);
        }
        String here = folder(text.substring(0, sign));
        String there = folder(text.substring(sign + 1));
        if (!isIn(here, output.toString())) {
            throw new ConfigurationException("segue.eagle.path-mapping is about %s, and the output folder is %s"
                    .formatted(text.substring(0, sign), output));
        }
        return path -> isIn(here, path) ? there + path.substring(here.length()) : path;
    }

    private static boolean isIn(String folder, String path) {
        return path.equals(folder) || path.startsWith(folder + '/') || path.startsWith(folder + '\\');
    }

    private static String folder(String text) {
        return text.replaceFirst("[/\\\\]+$", "");
    }
}
