package dev.segue.local.kubernetes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What makes objects of a `kustomization.yaml`, if this machine has it: `kustomize`, or the `kubectl` it is part of.
///
/// @param command to which the directory is added
record Kubectl(List<String> command) {

    /// What this machine has.
    static Optional<Kubectl> find() {
        return has("kustomize")
                ? Optional.of(new Kubectl(List.of("kustomize", "build")))
                : Optional.of(new Kubectl(List.of("kubectl", "kustomize"))).filter(_ -> has("kubectl"));
    }

    private static boolean has(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /// The objects that it makes of `directory`.
    ///
    /// @throws AssertionError if it refuses; with what it says
    Shape render(String directory) {
        var complete = new ArrayList<>(command);
        complete.add(Shape.directory(directory).toString());
        try {
            Process process =
                    new ProcessBuilder(complete).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(complete + ": " + said);
            }
            return new Shape(directory + ", as rendered", Manifests.read(said, directory));
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while rendering", stopped);
        }
    }
}
