package dev.segue.local;

import dev.segue.local.system.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// In which surroundings a command was given. Immutable.
///
/// @param here the directory in which it was given
record Context(Home home, Map<String, String> environment, Path here, Terminal terminal) {

    Context {
        environment = Map.copyOf(environment);
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /// What detection-service wants to see, where it wants it.
    Optional<String> token() {
        return variable("SEGUE_API_TOKEN");
    }

    /// The backup that a system reads which stays: the one named, or else the usual one.
    Path backup(Optional<Path> named) {
        Path usual = here.resolve("backup");
        return named.or(() -> variable("SEGUE_CSV_DIRECTORY").map(Path::of))
                .orElseGet(() -> Files.exists(usual) ? usual : sample());
    }

    /// A small backup to try things with.
    Path sample() {
        return home.installation().resolve(Path.of("sample", "backup"));
    }
}
