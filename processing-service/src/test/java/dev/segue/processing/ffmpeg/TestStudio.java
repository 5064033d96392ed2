package dev.segue.processing.ffmpeg;

import dev.segue.processing.Program;
import dev.segue.processing.Studio;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The packaged ffmpeg, for tests: it is there on every machine.
public final class TestStudio {

    private TestStudio() {}

    public static Studio open() {
        return new FfmpegStudio(new Program(), ffmpeg(), Duration.ofMinutes(1), Optional.empty());
    }

    /// One that makes all as loud as this, in LUFS.
    public static Studio open(double loudness) {
        return new FfmpegStudio(new Program(), ffmpeg(), Duration.ofMinutes(1), Optional.of(new Loudness(loudness)));
    }

    /// One with another program, and less patience.
    public static Studio at(Path program, Duration limit) {
        return new FfmpegStudio(new Program(), program.toString(), limit, Optional.empty());
    }

    public static Studio closed() {
        return new ClosedStudio();
    }

    /// Its path.
    public static String ffmpeg() {
        try {
            Path directory = Path.of(System.getProperty("java.io.tmpdir"), "segue-ffmpeg-test");
            return Packaged.unpack(directory).orElseThrow().toString();
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }
}
