package dev.segue.processing.ffmpeg;

import dev.segue.processing.FileUnusable;
import dev.segue.processing.ShelfUnavailable;
import dev.segue.processing.Take;
import dev.segue.processing.Take.Sound;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What ffmpeg says, read: at `-v level+verbose` each line names its level, and the last ones say how many samples were
/// decoded; `volumedetect` adds how loud they were.
///
/// @param out its standard output: the checksums
/// @param err all else
record Account(String out, String err) {

    private static final Pattern STREAM = Pattern.compile("(?m)^\\[info]\\s+Stream #0:\\d+[^\\n"
            + "]*?: Audio: (\\w+)[^\\n"
            + "]*?, (\\d+) Hz, [^,\\n"
            + "]+, (\\w+)(?: \\((\\d+) bit\\))?");
    private static final Pattern CLAIMED =
            Pattern.compile("(?m)^\\[info]\\s+Duration: (\\d+):(\\d\\d):(\\d\\d)\\.(\\d\\d)");
    private static final Pattern SAMPLES =
            Pattern.compile("Input stream #0:\\d+ \\(audio\\):[^\\n]*?\\((\\d+) samples\\)");
    private static final Pattern PEAK = Pattern.compile("max_volume: (\\S+) dB");
    private static final Pattern CHECKSUM = Pattern.compile("murmur3=(\\w+)");
    private static final Pattern STORED = Pattern.compile("adler32=(\\w+)");

    /// What the checksum of the stored audio complains of are odd times in a file, which harm nobody; those of what was
    /// decoded tell of a gap. Covers and tags may be broken: the audio is not.
    private static final Pattern BAD = Pattern.compile("(?:^|\\n)(?!\\[(?:hash|mjpeg|png|gif|bmp|webp|tiff) @)"
            + "(?:\\[[^]\\n]*] )*\\[(?:error|fatal|panic)] "
            + "(?!Incorrect BOM value|Error reading [^\\n]*, skipped|[^\\n]*\\b[Pp]icture\\b)([^\\n]*)");

    /// What nobody signs with a name, before the file is open, is of its tags, too.
    private static final Pattern BY_NOBODY = Pattern.compile("(?m)^\\[(?:error|fatal|panic)] [^\\n]*");

    private static final String OPEN = "[info] Input #0";

    private static final Pattern CUT =
            Pattern.compile("\\[warning] ((?:Packet corrupt|filesize and duration do not match|corrupt input)[^\\n]*)");
    private static final Pattern MODE = Pattern.compile("\"normalization_type\"\\s*:\\s*\"(\\w+)\"");
    private static final String GUESSED = "Estimating duration from bitrate";
    private static final double ZEROS = -91;
    private static final int SHOWN = 5;

    /// What the header of the first audio stream says.
    ///
    /// @throws FileUnusable if there is none; called `name` for people
    Sound sound(String name) throws FileUnusable {
        Matcher stream = STREAM.matcher(err);
        if (!stream.find()) {
            throw new FileUnusable(name + ": no audio that can be read");
        }
        String codec = stream.group(1);
        return new Sound(codec, Integer.parseInt(stream.group(2)), bits(stream), claimed());
    }

    /// Codecs that lose something decode to floats, and have no bits to keep.
    private static int bits(MatchResult stream) {
        if (stream.group(4) != null) {
            return Integer.parseInt(stream.group(4));
        }
        return switch (stream.group(3)) {
            case "u8", "u8p" -> 8;
            case "s16", "s16p" -> 16;
            case "s32", "s32p" -> 32;
            case "flt", "dbl" -> 32;
            default -> 0;
        };
    }

    private Optional<Duration> claimed() {
        Matcher claimed = CLAIMED.matcher(err);
        if (err.contains(GUESSED) || !claimed.find()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofHours(Long.parseLong(claimed.group(1)))
                .plusMinutes(Long.parseLong(claimed.group(2)))
                .plusSeconds(Long.parseLong(claimed.group(3)))
                .plusMillis(10 * Long.parseLong(claimed.group(4))));
    }

    /// What was heard.
    ///
    /// @param ok   whether ffmpeg thinks that it went well
    /// @param peak if it was looked for
    Take take(String name, boolean ok, Optional<Double> peak) throws FileUnusable {
        Sound sound = sound(name);
        long samples = last(SAMPLES, err).map(Long::parseLong).orElse(0L);
        Duration length = Duration.ofMillis(samples * 1000 / Math.max(1, sound.rate()));
        return new Take(sound, length, peak, last(CHECKSUM, out), stored(), complaints(ok));
    }

    /// The peak of what was heard; where there is nothing, there is none.
    double peak() {
        return last(PEAK, err).map(Account::decibels).orElse(Double.NEGATIVE_INFINITY);
    }

    /// The checksum of the audio as it is stored.
    Optional<String> stored() {
        return last(STORED, out);
    }

    private List<String> complaints(boolean ok) {
        String audible = withoutTags();
        List<String> bad = java.util.stream.Stream.of(BAD, CUT)
                .flatMap(pattern -> pattern.matcher(audible).results())
                .map(found -> found.group(1).strip())
                .distinct()
                .limit(SHOWN)
                .toList();
        return bad.isEmpty() && !ok ? List.of("ffmpeg failed and did not say why") : bad;
    }

    /// Whether it complains of nothing.
    boolean quiet() {
        return complaints(true).isEmpty();
    }

    private String withoutTags() {
        int open = Math.max(0, err.indexOf(OPEN));
        return BY_NOBODY.matcher(err.substring(0, open)).replaceAll("") + err.substring(open);
    }

    /// What `loudnorm` measured; empty if it did not, or for silence.
    ///
    /// @param name such as `input_i`
    Optional<Double> measured(String name) {
        return last(Pattern.compile('"' + name + "\"\\s*:\\s*\"(-?[\\d.]+)\""), err)
                .map(Double::parseDouble);
    }

    /// Whether `loudnorm` changed all samples by one gain.
    boolean linear() {
        return last(MODE, err).filter("linear"::equals).isPresent();
    }

    boolean diskFull() {
        return ShelfUnavailable.isSaidIn(err);
    }

    /// Of nothing but zeros `volumedetect` says that they are as quiet as 16 bits can be.
    private static double decibels(String text) {
        double peak = Double.parseDouble(text);
        return peak <= ZEROS ? Double.NEGATIVE_INFINITY : peak;
    }

    private static Optional<String> last(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).reduce((_, later) -> later);
    }
}
