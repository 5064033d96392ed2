package dev.segue.processing.ffmpeg;

import dev.segue.processing.ProcessingConfig;
import dev.segue.processing.Program;
import dev.segue.processing.Program.End;
import dev.segue.processing.Studio;
import dev.segue.processing.TargetFormat;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// Looks for an ffmpeg that is new enough, and can make what is wanted; and says which it is.
@ApplicationScoped
class Studios {

    private static final Logger LOG = Logger.getLogger(Studios.class);
    private static final Duration GLANCE = Duration.ofSeconds(20);
    private static final Pattern VERSION = Pattern.compile("ffmpeg version (?:n|N-)?((\\d+)\\S*)");
    private static final int OLDEST = 4;

    void on(@Observes @Priority(2) StartupEvent start, Studio studio) {
        // which one it is, is logged before the first track comes
    }

    @Produces
    @Singleton
    Studio studio(ProcessingConfig config, Program program) {
        Duration limit = config.audio().timeLimit();
        Optional<Loudness> loudness = config.audio().loudness().map(Studios::loudness);
        Function<String, Studio> opened = path -> new FfmpegStudio(program, path, limit, loudness);
        // in the person's own folder: in a public one, anybody could lay a program of that name
        Path directory = config.audio().output().toAbsolutePath().resolve(".segue-ffmpeg");
        Function<String, Optional<Studio>> found =
                path -> find(program, path, config.audio().format()).map(opened);
        return found.apply("ffmpeg").orElseGet(() -> packaged(directory, found, loudness.isEmpty()));
    }

    private static Studio packaged(Path directory, Function<String, Optional<Studio>> found, boolean faithful) {
        LateStudio.Attempt attempt = () -> Packaged.unpack(directory)
                .flatMap(path -> found.apply(path.toString()))
                .orElseGet(Studios::closed);
        try {
            return attempt.open();
        } catch (IOException unwritable) {
            LOG.warnf("The packaged ffmpeg cannot be unpacked now: %s", unwritable);
            return new LateStudio(attempt, faithful);
        }
    }

    private static Loudness loudness(double target) {
        if (target < Loudness.QUIETEST || target > Loudness.LOUDEST) {
            throw new ConfigurationException(
                    "segue.audio.loudness accepts LUFS from -70 to -5, such as -14, not " + target);
        }
        return new Loudness(target);
    }

    private static Studio closed() {
        LOG.warn("There is no ffmpeg, so no file can be heard, and none is delivered."
                + " Install ffmpeg (4 or newer), so that `ffmpeg -version` works");
        return new ClosedStudio();
    }

    /// An ffmpeg, if it can be used.
    ///
    /// @param path its own, or its name in the PATH
    static Optional<String> find(Program program, String path, TargetFormat format) {
        if (!(program.run(List.of(path, "-version"), GLANCE) instanceof End.Done(int exit, String out, String _))
                || exit != 0) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(out);
        if (version.find() && Integer.parseInt(version.group(2)) < OLDEST) {
            LOG.warnf("%s is too old: version %s, and %d is needed", path, version.group(1), OLDEST);
            return Optional.empty();
        }
        Optional<String> lacking = lacking(program, path, format);
        if (lacking.isPresent()) {
            LOG.warnf("%s cannot be used: it has no coder %s, which %s takes", path, lacking.get(), format);
            return Optional.empty();
        }
        LOG.infof("Audio is converted by %s", out.lines().findFirst().orElse(path));
        return Optional.of(path);
    }

    /// A coder that it was built without; empty if there is none, or it does not tell its coders.
    private static Optional<String> lacking(Program program, String path, TargetFormat format) {
        return program.run(List.of(path, "-hide_banner", "-encoders"), GLANCE)
                                instanceof End.Done(int exit, String out, String _)
                        && exit == 0
                ? Encoding.coders(format).stream()
                        .filter(coder -> out.lines().noneMatch(line -> line.matches("\\s*A\\S*\\s+" + coder + "\\s.*")))
                        .findFirst()
                : Optional.empty();
    }
}
