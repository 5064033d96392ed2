package dev.segue.sync.reports;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.segue.sync.Remediation;
import dev.segue.sync.RemediationShelf;
import dev.segue.sync.SyncConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Keeps reports as files, each written whole or not at all. A file that cannot be read is as if it were not there.
@ApplicationScoped
class ReportFiles implements RemediationShelf {

    private static final System.Logger LOG = System.getLogger(ReportFiles.class.getName());
    private static final Pattern NAME = Pattern.compile("[0-9a-z-]{1,40}");
    private static final String SUFFIX = ".json";
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path directory;

    ReportFiles(SyncConfig config) {
        this.directory = Path.of(config.remediation().directory()).toAbsolutePath();
    }

    @Override
    public void keep(Remediation remediation) {
        try {
            Files.createDirectories(directory);
            Path fresh = Files.createTempFile(directory, "report", ".part");
            JSON.writeValue(fresh.toFile(), remediation);
            Files.move(
                    fresh,
                    directory.resolve(remediation.id() + SUFFIX),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "a report cannot be kept in " + directory + " (segue.remediation.directory)", unwritable);
        }
    }

    @Override
    public Optional<Remediation> find(String id) {
        Path file = directory.resolve(id + SUFFIX);
        return NAME.matcher(id).matches() && Files.exists(file) ? read(file) : Optional.empty();
    }

    @Override
    public List<Remediation> unfinished() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .filter(report -> !report.ended())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Remediation> read(Path file) {
        try {
            return Optional.of(JSON.readValue(file.toFile(), Remediation.class));
        } catch (IOException damaged) {
            LOG.log(System.Logger.Level.WARNING, file + " is left out: " + damaged.getMessage());
            return Optional.empty();
        }
    }
}
