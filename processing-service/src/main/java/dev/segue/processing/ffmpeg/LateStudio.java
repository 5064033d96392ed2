package dev.segue.processing.ffmpeg;

import dev.segue.processing.FileUnusable;
import dev.segue.processing.ShelfUnavailable;
import dev.segue.processing.Studio;
import dev.segue.processing.Take;
import dev.segue.processing.TargetFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// An ffmpeg that could not be unpacked, as on a full disk: each file asks for it again, and waits until it is there.
/// Thread-safe.
final class LateStudio implements Studio {

    /// Unpacks it, or fails for now.
    interface Attempt {
        Studio open() throws IOException;
    }

    private final Attempt attempt;
    private final boolean faithful;
    private Optional<Studio> studio = Optional.empty();

    LateStudio(Attempt attempt, boolean faithful) {
        this.attempt = attempt;
        this.faithful = faithful;
    }

    @Override
    public boolean faithful() {
        return faithful;
    }

    @Override
    public Take.Sound look(Path file) throws FileUnusable {
        return open().look(file);
    }

    @Override
    public Take hear(Path file, int bits) throws FileUnusable {
        return open().hear(file, bits);
    }

    @Override
    public String stored(Path file) throws FileUnusable {
        return open().stored(file);
    }

    @Override
    public Take convert(Path source, Take.Sound sound, TargetFormat format, Path target) throws FileUnusable {
        return open().convert(source, sound, format, target);
    }

    private synchronized Studio open() {
        if (studio.isEmpty()) {
            try {
                studio = Optional.of(attempt.open());
            } catch (IOException unwritable) {
                throw new ShelfUnavailable("the packaged ffmpeg cannot be unpacked: " + unwritable, unwritable);
            }
        }
        return studio.get();
    }
}
