package dev.segue.processing.ffmpeg;

import dev.segue.processing.FileUnusable;
import dev.segue.processing.Studio;
import dev.segue.processing.Take;
import dev.segue.processing.TargetFormat;
import java.nio.file.Path;

/// There is no ffmpeg: nobody can hear whether a file is whole, so none is delivered.
final class ClosedStudio implements Studio {

    @Override
    public Take.Sound look(Path file) throws FileUnusable {
        throw missing(file);
    }

    @Override
    public Take hear(Path file, int bits) throws FileUnusable {
        throw missing(file);
    }

    @Override
    public String stored(Path file) throws FileUnusable {
        throw missing(file);
    }

    @Override
    public Take convert(Path source, Take.Sound sound, TargetFormat format, Path target) throws FileUnusable {
        throw missing(source);
    }

    private static FileUnusable missing(Path file) {
        return new FileUnusable(file.getFileName() + ": there is no ffmpeg");
    }
}
