package dev.segue.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where everything is. Immutable.
///
/// @param directory    holds `.segue`, the state that is kept between starts
/// @param installation holds what was built: the directory of the `segue` script
public record Home(Path directory, Path installation) {

    public Home {
        directory = directory.toAbsolutePath().normalize();
        installation = installation.toAbsolutePath().normalize();
    }

    public Path state() {
        return directory.resolve(".segue");
    }

    public Path logs() {
        return state().resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path broker() {
        return state().resolve("broker");
    }

    public Path catalogue() {
        return state().resolve("library.db");
    }

    public Path audio() {
        return state().resolve("audio");
    }

    /// Where a login is kept.
    ///
    /// @param service such as `spotify`
    public Path login(String service) {
        return state().resolve(service + "-login.json");
    }

    /// What was built of `part`.
    Path program(Part part) {
        return installation.resolve(
                part == Part.BROKER
                        ? Path.of("local", "target", "segue-local.jar")
                        : Path.of(part.label(), "target", "quarkus-app", "quarkus-run.jar"));
    }

    /// What the JVM remembers of its last start, to be quicker at the next. It depends on what was built only, so all
    /// homes share it.
    public Path classArchives() {
        return installation.resolve(Path.of(".segue", "cds"));
    }

    Path lock() {
        return state().resolve("lock");
    }

    Path processes() {
        return state().resolve("processes.json");
    }

    /// Makes the directories that processes write to.
    ///
    /// @throws Failure if they cannot be made
    public void prepare() {
        try {
            Files.createDirectories(logs());
        } catch (IOException unwritable) {
            throw Failure.unwritable(logs(), unwritable);
        }
        try {
            Files.createDirectories(classArchives());
        } catch (IOException notOurs) {
            // without them a start takes longer, and that is all
        }
    }
}
