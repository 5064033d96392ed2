package dev.segue.processing.ffmpeg;

import java.util.Locale;
import java.util.Optional;

/// How loud a track shall be, by EBU R 128. A first run measures, the second changes all samples by one gain: ffmpeg's
/// filter `loudnorm` in its linear mode, which it leaves without a word where its conditions are not met. So they are
/// made to be met: a track whose peaks would pass the limit stays quieter than asked for, and its dynamics stay.
///
/// @param target in LUFS
record Loudness(double target) {

    /// What `loudnorm` takes.
    static final double QUIETEST = -70;

    static final double LOUDEST = -5;

    private static final double PEAK = -1;
    private static final double LEAST_RANGE = 0.1;

    /// The most that ffmpeg 4 takes.
    private static final double MOST_RANGE = 20;

    Loudness {
        if (target < QUIETEST || target > LOUDEST) {
            throw new IllegalArgumentException("a loudness is -70 to -5 LUFS, not " + target);
        }
    }

    /// The filter of the first run.
    String measuring() {
        return String.format(
                Locale.ROOT, "loudnorm=I=%.2f:TP=%.2f:LRA=%.2f:print_format=json", target, PEAK, MOST_RANGE);
    }

    /// The filter of the second; empty if there is nothing to be heard.
    Optional<String> changing(Account measured) {
        Optional<Double> loudness = measured.measured("input_i").filter(value -> value > QUIETEST);
        Optional<Double> peak = measured.measured("input_tp");
        Optional<Double> threshold = measured.measured("input_thresh");
        double range = measured.measured("input_lra").orElse(LEAST_RANGE);
        if (loudness.isEmpty() || peak.isEmpty() || threshold.isEmpty()) {
            return Optional.empty();
        }
        double gain = Math.min(target - loudness.get(), PEAK - peak.get());
        double goal = Math.floor((loudness.get() + gain) * 100) / 100;
        return Optional.of(String.format(
                Locale.ROOT,
                "loudnorm=I=%.2f:TP=%.2f:LRA=%.2f:measured_I=%.2f:measured_TP=%.2f:measured_LRA=%.2f"
                        + ":measured_thresh=%.2f:linear=true:print_format=json",
                Math.clamp(goal, QUIETEST, LOUDEST),
                PEAK,
                MOST_RANGE,
                loudness.get(),
                peak.get(),
                Math.clamp(range, LEAST_RANGE, MOST_RANGE),
                threshold.get()));
    }
}
