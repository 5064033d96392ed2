package dev.segue.local.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plans the real system: the broker from its artifacts, the four services as they were packaged.
public final class PipelinePlan {

    /// Settings that name a file or directory: what the person meant, seen from where the command was given.
    private static final List<String> PATHS = List.of(
            "SEGUE_CSV_DIRECTORY",
            "SEGUE_NOTION_STATE_FILE",
            "SEGUE_AUDIO_INBOX",
            "SEGUE_AUDIO_OUTPUT",
            "SEGUE_SPOTIFY_TOKEN_FILE",
            "SEGUE_SOUNDCLOUD_TOKEN_FILE");

    private final Home home;
    private final Ports ports;
    private final Map<String, String> environment;
    private final Path here;
    private final ClassArchives archives;

    /// Plans for a person at a place.
    ///
    /// @param environment of the person who gives the command
    /// @param here        where the command was given
    public PipelinePlan(Home home, Ports ports, Map<String, String> environment, Path here) {
        this.home = home;
        this.ports = ports;
        this.environment = Map.copyOf(environment);
        this.here = here.toAbsolutePath();
        this.archives = new ClassArchives(home);
    }

    /// A plan to start it all.
    ///
    /// @param mode   `run`, `up` or `demo`
    /// @param backup the CSV files that the services shall read
    public Plan plan(String mode, Path backup) {
        Path files = here.resolve(backup).normalize();
        var children = new ArrayList<ChildSpec>();
        long size = BackupSize.mebibytes(files);
        children.add(broker(size));
        for (Part part : Part.values()) {
            if (part != Part.BROKER) {
                children.add(service(part, files, size));
            }
        }
        return new Plan(home, mode, Optional.of(files), children);
    }

    private ChildSpec broker(long size) {
        int port = ports.of(Part.BROKER);
        var java = new ArrayList<>(jvm(Part.BROKER, size));
        java.add("-Djava.util.logging.SimpleFormatter.format=%1$tF %1$tT,%1$tL %4$s [%3$s] %5$s%6$s%n");
        java.add("dev.segue.testkit.BrokerMain");
        java.add(home.broker().toString());
        java.add(Integer.toString(port));
        // by environment, since a class path on the command line could push the mark of our processes out of sight
        var classPath = Map.of("CLASSPATH", System.getProperty("java.class.path"));
        return new ChildSpec(Part.BROKER.label(), port, java, classPath, new BrokerProbe(port), writes(Part.BROKER));
    }

    private ChildSpec service(Part part, Path backup, long size) {
        int port = ports.of(part);
        var java = new ArrayList<>(jvm(part, size));
        java.add("-Dquarkus.http.host=127.0.0.1");
        java.add("-Dquarkus.http.port=" + port);
        // a consumer waits for two polls that bring nothing before it stops: short ones
        java.add("-Dmp.messaging.connector.smallrye-kafka.poll-timeout=100");
        java.add("-jar");
        java.add(jar(part).toString());
        return new ChildSpec(part.label(), port, java, settings(part, backup), new HttpProbe(port), writes(part));
    }

    private boolean writes(Part part) {
        return archives.of(part) == ClassArchives.Use.WRITES;
    }

    /// What was built of a service.
    Path jar(Part part) {
        Path jar = home.program(part);
        if (!Files.exists(jar)) {
            throw new Failure(part.label() + " is not built: no " + jar + "; build with ./mvnw -DskipTests package");
        }
        return jar;
    }

    /// Short lives on a small machine: quick to start rather than quick at last, one thread that collects garbage.
    private List<String> jvm(Part part, long size) {
        var options = new ArrayList<>(List.of(
                "-Xmx" + part.heap(size) + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxNewSize=32m", // what is touched once is never given back
                "-XX:SurvivorRatio=4", // a batch on its way is to die young
                "-XX:MetaspaceSize=64m", // what every start loads is no reason to collect garbage
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0", // a class archive that is moved is copied whole: 50 MiB a process
                "-XX:+ExitOnOutOfMemoryError", // dead it is named, half alive it only is not heard of any more
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (part == Part.METADATA) {
            options.add("-XX:+IgnoreUnrecognizedVMOptions"); // the next one is Linux's
            options.add("-XX:+UseTransparentHugePages"); // looking up is waiting for memory
        }
        options.addAll(archives.options(part));
        return options;
    }

    /// What a service finds in its environment.
    Map<String, String> settings(Part part, Path backup) {
        var settings = new HashMap<String, String>();
        settings.put("SEGUE_SQL_URL", "jdbc:sqlite:" + literal(home.catalogue()));
        settings.put("SEGUE_AUDIO_OUTPUT", literal(home.audio()));
        settings.put("SEGUE_SPOTIFY_TOKEN_FILE", literal(home.login("spotify")));
        settings.put("SEGUE_SOUNDCLOUD_TOKEN_FILE", literal(home.login("soundcloud")));
        settings.put("SEGUE_NOTION_STATE_FILE", literal(home.state().resolve("notion.json")));
        settings.put("SEGUE_METADATA_BASE_URL", "http://127.0.0.1:" + ports.of(Part.METADATA));
        settings.put("SEGUE_REMEDIATION_DIRECTORY", literal(home.state().resolve("remediations")));
        environment.forEach((key, value) -> {
            if (key.startsWith("SEGUE_")) {
                settings.put(key, PATHS.contains(key) ? fromHere(value) : value);
            }
        });
        // under the same name a service that was killed gets its partitions back at once
        settings.putIfAbsent("SEGUE_INSTANCE_ID", part.label());
        settings.put("SEGUE_CSV_DIRECTORY", literal(backup));
        settings.put("SEGUE_DETECTION_BASE_URL", "http://127.0.0.1:" + ports.of(Part.DETECTION));
        settings.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.of(Part.BROKER));
        return settings;
    }

    /// What the person has set may refer to other settings; where that was done may not.
    private String fromHere(String path) {
        return Path.of(literal(here)).resolve(path).normalize().toString();
    }

    /// A service takes `${…}` in a setting for the name of another one, and `\$` for a `$`.
    private static String literal(Path path) {
        return path.toString().replace("$", "\\$");
    }
}
