package dev.segue.processing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// An empty inbox, and an output folder beside it that nobody has made yet.
abstract class WithFolders {

    @TempDir
    Path directory;

    Path inbox;
    Path output;

    @BeforeEach
    void makeFolders() throws IOException {
        inbox = Files.createDirectories(directory.resolve("inbox"));
        output = directory.resolve("output");
    }

    /// The names of the files in the output folder, but those that start with a dot.
    List<String> files() {
        if (!Files.isDirectory(output)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(output)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
