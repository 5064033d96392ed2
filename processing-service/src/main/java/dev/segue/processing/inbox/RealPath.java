package dev.segue.processing.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Where a folder is, whatever links lead there.
final class RealPath {

    private RealPath() {}

    /// Of a folder that need not be there yet: then as far as the way to it is there.
    static Path of(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        try {
            return whole.toRealPath();
        } catch (IOException missing) {
            return Optional.ofNullable(whole.getParent())
                    .map(parent -> of(parent).resolve(whole.getFileName()))
                    .orElse(whole);
        }
    }
}
