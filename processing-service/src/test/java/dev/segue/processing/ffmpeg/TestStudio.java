package dev.segue.processing.ffmpeg;

import dev.segue.processing.FileUnusable;
import dev.segue.processing.Program;
import dev.segue.processing.Program.End;
import dev.segue.processing.Studio;
import dev.segue.processing.TargetFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

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

    /// One that cannot be unpacked while the disk is full.
    public static Studio late(AtomicBoolean full) {
        return new LateStudio(
                () -> {
                    if (full.get()) {
                        throw new IOException("No space left on device");
                    }
                    return open();
                },
                true);
    }

    public static Studio closed() {
        return new ClosedStudio();
    }

    /// Runs ffmpeg with these arguments, as a person would; whether it came to a good end.
    public static boolean bare(List<String> arguments) {
        var command = new ArrayList<>(List.of(ffmpeg(), "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        return new Program().run(command, Duration.ofMinutes(5)) instanceof End.Done(int exit, String _, String err)
                && exit == 0
                && err.isEmpty();
    }

    /// The arguments that convert without more ado.
    public static List<String> converting(Path source, TargetFormat format, Path target) throws FileUnusable {
        var arguments = new ArrayList<>(List.of("-i", source.toString()));
        arguments.addAll(Encoding.of(format, open().look(source)));
        arguments.add(target.toString());
        return arguments;
    }

    /// Writes something that is as hard to code as music: noise and tones, in stereo, 44.1 kHz and 16 bits.
    public static void music(Path wave, Duration length, int seed) {
        String seconds = ":d=" + length.toSeconds();
        String mixed = "anoisesrc=c=pink:a=0.3:r=44100:s=%d%s[a];sine=f=%d:r=44100%s[b];[a][b]amix,aformat=cl=stereo"
                .formatted(seed + 1, seconds, 200 + 10 * seed, seconds);
        if (!bare(List.of("-filter_complex", mixed, "-c:a", "pcm_s16le", wave.toString()))) {
            throw new AssertionError("no music in " + wave);
        }
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
