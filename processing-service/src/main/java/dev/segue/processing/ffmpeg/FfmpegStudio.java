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
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/// Hears and converts with ffmpeg. Thread-safe.
final class FfmpegStudio implements Studio {

    /// The bytes of a track of an hour, in 32-bit stereo at 192 kHz, take less time to decode than this to look up.
    private static final Duration GLANCE = Duration.ofSeconds(30);

    private static final int CD = 16;

    /// A program that a signal ended has this and the signal's number for its exit code.
    private static final int SIGNAL = 128;

    private static final List<String> QUIET =
            List.of("-nostdin", "-hide_banner", "-nostats", "-v", "level+verbose", "-y");
    private static final List<String> AUDIO = List.of("-map", "0:a:0", "-vn", "-map_metadata", "-1");
    private static final List<String> PEAK = with(AUDIO, "-af", "volumedetect", "-f", "null", "-");
    private static final List<String> STORED = with(AUDIO, "-c:a", "copy", "-f", "hash", "-hash", "adler32", "pipe:1");

    /// A WAVE comes in packets of 4 KiB unless ffmpeg is told otherwise, and handing one on costs more than hashing it.
    /// With larger ones than these the C library asks the system for the memory of each.
    private static final List<String> WAVE = List.of("-f", "wav", "-max_size", "16384");

    /// As many programs as this have the machine to themselves; others wait for their turn.
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

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
    public Sound look(Path file) throws FileUnusable {
        Optional<Sound> plain = PlainHeader.of(file);
        return plain.isPresent() ? plain.get() : asked(file);
    }

    private Sound asked(Path file) throws FileUnusable {
        Duration within = limit.compareTo(GLANCE) < 0 ? limit : GLANCE;
        return run(file, List.of("-i", path(file)), within).account().sound(name(file));
    }

    @Override
    public Take hear(Path file, int bits) throws FileUnusable {
        var arguments = new ArrayList<>(reading(file));
        arguments.addAll(PEAK);
        arguments.addAll(STORED);
        if (bits > 0) {
            arguments.addAll(samples(bits));
        }
        Ran ran = run(file, arguments, limit);
        return toItsEnd(
                file,
                ran.account()
                        .take(name(file), ran.ok(), Optional.of(ran.account().peak())));
    }

    @Override
    public String stored(Path file) throws FileUnusable {
        Account account = run(file, with(reading(file), STORED), limit).account();
        return account.stored().orElseThrow(() -> new FileUnusable(name(file) + ": no audio that can be read"));
    }

    @Override
    public Take convert(Path source, Sound sound, TargetFormat format, Path target) throws FileUnusable {
        Optional<String> filter = loudness.isPresent() ? change(source, loudness.get()) : Optional.empty();
        var arguments = new ArrayList<>(reading(source));
        arguments.addAll(with(AUDIO, "-map_chapters", "-1", "-fflags", "+bitexact"));
        filter.ifPresent(gain -> arguments.addAll(List.of("-af", gain)));
        arguments.addAll(Encoding.of(format, sound));
        arguments.add(path(target));
        if (faithful() && format.lossless() && sound.lossless()) {
            arguments.addAll(samples(sound.bits()));
        }
        Ran ran = run(source, arguments, limit);
        if (ran.account().diskFull()) {
            throw new ShelfUnavailable("the disk is full: " + target, new IOException(target.toString()));
        }
        Take heard = toItsEnd(source, ran.account().take(name(source), ran.ok(), Optional.empty()));
        if (filter.isPresent() && !ran.account().linear()) {
            throw new FileUnusable(name(source) + ": ffmpeg would change its dynamics to change its loudness");
        }
        return heard;
    }

    /// ffmpeg does not miss what nobody has announced.
    private static Take toItsEnd(Path file, Take heard) {
        return Ending.flaw(file, heard.sound()).map(heard::but).orElse(heard);
    }

    /// What brings `source` to that loudness.
    private Optional<String> change(Path source, Loudness wanted) throws FileUnusable {
        List<String> measuring =
                with(List.of("-i", path(source)), "-map", "0:a:0", "-vn", "-af", wanted.measuring(), "-f", "null", "-");
        return wanted.changing(run(source, measuring, limit).account());
    }

    /// A checksum of what is decoded. Half the bytes are half the work: of all that ffmpeg has, this is the fastest.
    private static List<String> samples(int bits) {
        String each = bits <= CD ? "pcm_s16le" : "pcm_s32le";
        return with(AUDIO, "-c:a", each, "-f", "hash", "-hash", "murmur3", "pipe:1");
    }

    private static List<String> reading(Path file) {
        List<String> kind = PlainHeader.isWave(file) ? WAVE : List.of();
        return with(kind, "-err_detect", "crccheck", "-i", path(file));
    }

    private static List<String> with(List<String> first, String... more) {
        return with(first, List.of(more));
    }

    private static List<String> with(List<String> first, List<String> more) {
        return Stream.concat(first.stream(), more.stream()).toList();
    }

    private record Ran(Account account, int exit) {

        boolean ok() {
            return exit == 0;
        }

        boolean killed() {
            return exit >= SIGNAL && account.quiet();
        }
    }

    /// What was killed without a word, as by a machine without memory, says nothing of the file: it is tried once more.
    private Ran run(Path file, List<String> arguments, Duration within) throws FileUnusable {
        Ran first = once(file, arguments, within);
        Ran last = first.killed() ? once(file, arguments, within) : first;
        if (last.killed()) {
            throw new FileUnusable(name(file) + ": ffmpeg was killed twice, and ended with " + last.exit());
        }
        return last;
    }

    private Ran once(Path file, List<String> arguments, Duration within) throws FileUnusable {
        var all = new ArrayList<String>();
        all.add(ffmpeg);
        all.addAll(QUIET);
        all.addAll(arguments);
        return switch (inTurn(all, within)) {
            case End.Done(int exit, String out, String err) -> new Ran(new Account(out, err), exit);
            case End.Overdue(Duration time) ->
                throw new FileUnusable(name(file) + ": ffmpeg was stopped after " + time.toSeconds() + " s");
            case End.Absent(String why) -> throw new FileUnusable(name(file) + ": ffmpeg cannot be run: " + why);
        };
    }

    private End inTurn(List<String> arguments, Duration within) {
        try {
            cores.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ShelfUnavailable("stopped before ffmpeg was run", stopped);
        }
        try {
            return program.run(arguments, within);
        } finally {
            cores.release();
        }
    }

    /// With a protocol, so that no name can be taken for an option or another protocol.
    private static String path(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
