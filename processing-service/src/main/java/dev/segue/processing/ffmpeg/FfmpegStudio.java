package dev.segue.processing.ffmpeg;

import dev.segue.processing.FileUnusable;
import dev.segue.processing.Program;
import dev.segue.processing.Program.End;
import dev.segue.processing.ShelfUnavailable;
import dev.segue.processing.Studio;
import dev.segue.processing.Take;
import dev.segue.processing.Take.Sound;
import dev.segue.processing.TargetFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Hears and converts with ffmpeg. Thread-safe.
final class FfmpegStudio implements Studio {

    /// The bytes of a track of an hour, in 32-bit stereo at 192 kHz, take less time to decode than this to look up.
    private static final Duration GLANCE = Duration.ofSeconds(30);

    private static final List<String> QUIET = List.of("-nostdin", "-hide_banner", "-nostats", "-v", "level+info", "-y");
    private static final List<String> HEARD = List.of(
            "-map",
            "0:a:0",
            "-vn",
            "-map_metadata",
            "-1",
            "-af",
            "astats=measure_overall=Peak_level+Number_of_samples:measure_perchannel=none",
            "-c:a",
            "pcm_s32le",
            "-f",
            "hash",
            "-hash",
            "md5",
            "pipe:1");

    private final Program program;
    private final String ffmpeg;
    private final Duration limit;
    private final Optional<Loudness> loudness;

    /// @param ffmpeg   its path
    /// @param loudness of all that is made; absent: as the source has it
    FfmpegStudio(Program program, String ffmpeg, Duration limit, Optional<Loudness> loudness) {
        this.program = program;
        this.ffmpeg = ffmpeg;
        this.limit = limit;
        this.loudness = loudness;
    }

    @Override
    public boolean faithful() {
        return loudness.isEmpty();
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public Sound look(Path file) throws FileUnusable {
        Duration within = limit.compareTo(GLANCE) < 0 ? limit : GLANCE;
        return run(file, List.of("-i", path(file)), within).account().sound(name(file));
    }

    @Override
    public Take hear(Path file) throws FileUnusable {
        var arguments = new ArrayList<>(List.of("-err_detect", "crccheck", "-i", path(file)));
        arguments.addAll(HEARD);
        Ran ran = run(file, arguments, limit);
        return ran.account().take(name(file), ran.ok());
    }

    @Override
    public Take convert(Path source, TargetFormat format, Path target) throws FileUnusable {
        Sound sound = look(source);
        Optional<String> filter = loudness.isPresent() ? change(source, loudness.get()) : Optional.empty();
        var arguments = new ArrayList<>(List.of("-err_detect", "crccheck", "-i", path(source)));
        arguments.addAll(List.of("-map", "0:a:0", "-vn", "-map_metadata", "-1", "-map_chapters", "-1"));
        arguments.addAll(List.of("-fflags", "+bitexact"));
        filter.ifPresent(gain -> arguments.addAll(List.of("-af", gain)));
        arguments.addAll(Encoding.of(format, sound));
        arguments.add(path(target));
        arguments.addAll(HEARD);
        Ran ran = run(source, arguments, limit);
        if (ran.account().diskFull()) {
            throw new ShelfUnavailable("the disk is full: " + target, new IOException(target.toString()));
        }
        Take heard = ran.account().take(name(source), ran.ok());
        if (filter.isPresent() && !ran.account().linear()) {
            throw new FileUnusable(name(source) + ": ffmpeg would change its dynamics to change its loudness");
        }
        return heard;
    }

    /// What brings `source` to that loudness.
    private Optional<String> change(Path source, Loudness wanted) throws FileUnusable {
        List<String> measuring =
                List.of("-i", path(source), "-map", "0:a:0", "-vn", "-af", wanted.measuring(), "-f", "null", "-");
        return wanted.changing(run(source, measuring, limit).account());
    }

    private record Ran(Account account, boolean ok) {}

    private Ran run(Path file, List<String> arguments, Duration within) throws FileUnusable {
        var all = new ArrayList<String>();
        all.add(ffmpeg);
        all.addAll(QUIET);
        all.addAll(arguments);
        return switch (program.run(all, within)) {
            case End.Done(int exit, String out, String err) -> new Ran(new Account(out, err), exit == 0);
            case End.Overdue(Duration time) ->
                throw new FileUnusable(name(file) + ": ffmpeg was stopped after " + time.toSeconds() + " s");
            case End.Absent(String why) -> throw new FileUnusable(name(file) + ": ffmpeg cannot be run: " + why);
        };
    }

    /// With a protocol, so that no name can be taken for an option or another protocol.
    private static String path(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
