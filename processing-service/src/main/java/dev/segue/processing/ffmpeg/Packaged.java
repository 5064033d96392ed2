package dev.segue.processing.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The ffmpeg in the jar `ws.schild:jave-nativebin-…`, one static file. It is unpacked once, to the temporary
/// directory.
final class Packaged {

    private static final String IN_JAR = "/ws/schild/jave/nativebin/";
    private static final List<String> NAMES =
            List.of("ffmpeg-amd64", "ffmpeg-aarch64", "ffmpeg-x86_64-osx", "ffmpeg-aarch64-osx", "ffmpeg-amd64.exe");

    private Packaged() {}

    /// Where it is now; empty if there is none for this machine.
    ///
    /// @param directory that holds it, or will
    /// @throws IOException if it cannot be unpacked
    static Optional<Path> unpack(Path directory) throws IOException {
        for (String name : NAMES) {
            try (InputStream jar = Packaged.class.getResourceAsStream(IN_JAR + name)) {
                if (jar != null) {
                    return Optional.of(unpacked(jar, directory, name));
                }
            }
        }
        return Optional.empty();
    }

    private static Path unpacked(InputStream jar, Path directory, String name) throws IOException {
        Path program = directory.resolve(name);
        if (Files.isExecutable(program)) {
            return program;
        }
        Files.createDirectories(directory);
        Path part = Files.createTempFile(directory, name, ".part");
        try {
            Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            Files.deleteIfExists(part);
            throw full;
        }
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return Files.move(part, program, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
