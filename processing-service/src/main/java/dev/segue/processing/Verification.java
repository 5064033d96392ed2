package dev.segue.processing;

import dev.segue.library.Track;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Whether audio may be delivered. Only what was decoded counts: exit codes and headers of cut files are as those of
/// whole ones (tried with ffmpeg 4.4, 5.1 and 8.0).
final class Verification {

    private static final Duration HEADER_TOLERANCE = Duration.ofMillis(150);
    private static final Duration CODING_TOLERANCE = Duration.ofMillis(100);
    private static final Duration ROUNDING = Duration.ofMillis(10);
    private static final Duration PREVIEW = Duration.ofSeconds(31);
    private static final double SILENCE = -60;
    private static final String SILENT = "it is silent";

    /// Coders work in blocks: two of the longest, in samples, may be added at the ends.
    private static final long PADDING = 2304;

    private Verification() {}

    /// Why the file that was heard is not `track`, or not whole; empty if it is.
    static Optional<Outcome> ofSource(Track track, Take heard) {
        if (sound(heard)
                && track.duration().filter(whole -> preview(heard, whole)).isPresent()) {
            return Optional.of(new Outcome.PreviewOnly("only " + seconds(heard.length()) + " of "
                    + seconds(track.duration().get())));
        }
        return flaw(track, heard).map(Outcome.Damaged::new);
    }

    /// Why what was made is not what was converted; empty if it is.
    ///
    /// @param faithful whether each sample shall be the same, where nothing is lost by the formats
    static Optional<Outcome> ofResult(Take source, Take made, boolean faithful) {
        Duration allowed = longer(ends(made), CODING_TOLERANCE);
        Duration difference = made.length().minus(source.length()).abs();
        if (!made.complaints().isEmpty()) {
            return damaged(
                    "the converted file cannot be decoded: " + made.complaints().getFirst());
        }
        if (difference.compareTo(allowed) > 0) {
            return damaged("converted, %s became %s".formatted(seconds(source.length()), seconds(made.length())));
        }
        boolean exact = faithful
                && source.checksum().isPresent()
                && source.sound().lossless()
                && made.sound().lossless()
                && source.sound().rate() == made.sound().rate();
        if (exact && !source.checksum().equals(made.checksum())) {
            return damaged("converted without loss, the samples are others");
        }
        return silent(made) ? damaged(SILENT) : Optional.empty();
    }

    private static boolean silent(Take take) {
        return take.peak().filter(peak -> peak < SILENCE).isPresent();
    }

    private static Optional<String> flaw(Track track, Take heard) {
        Duration length = heard.length();
        if (!sound(heard)) {
            return Optional.of("the decoder says: " + heard.complaints().getFirst());
        }
        Optional<Duration> claimed = heard.sound().claimed();
        Duration allowed = longer(ends(heard), HEADER_TOLERANCE);
        if (claimed.filter(whole -> whole.minus(length).compareTo(allowed) > 0).isPresent()) {
            return Optional.of("cut off: %s of %s can be decoded".formatted(seconds(length), seconds(claimed.get())));
        }
        if (silent(heard)) {
            return Optional.of(SILENT);
        }
        return track.duration()
                .filter(whole -> !AudioMatch.sameLength(length, whole))
                .map(whole -> "it is %s long, the track %s".formatted(seconds(length), seconds(whole)));
    }

    /// Many an MP3 ends with text, zeros or foreign tags, at which the decoder complains although no audio is missing:
    /// the length that its header claims can be decoded, but for what a coder adds at the ends.
    private static boolean sound(Take heard) {
        boolean trailing = heard.sound().codec().equals("mp3")
                && heard.sound()
                        .claimed()
                        .filter(whole -> whole.minus(heard.length()).compareTo(ends(heard)) <= 0)
                        .isPresent();
        return heard.complaints().isEmpty() || trailing;
    }

    /// What a coder adds at both ends, and a header counts.
    private static Duration ends(Take take) {
        return Duration.ofSeconds(PADDING)
                .dividedBy(Math.max(1, take.sound().rate()))
                .plus(ROUNDING);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static boolean preview(Take heard, Duration whole) {
        return heard.length().compareTo(PREVIEW) <= 0
                && heard.length().compareTo(PREVIEW.minusSeconds(3)) > 0
                && !AudioMatch.sameLength(heard.length(), whole);
    }

    private static Optional<Outcome> damaged(String why) {
        return Optional.of(new Outcome.Damaged(why));
    }

    private static String seconds(Duration length) {
        return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
    }
}
