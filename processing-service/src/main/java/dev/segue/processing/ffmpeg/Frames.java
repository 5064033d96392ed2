package dev.segue.processing.ffmpeg;

import java.nio.ByteBuffer;

/// Frames of MPEG audio, layer III: each says how long it is.
final class Frames {

    /// The last byte of a frame, which some coders leave out of the last one.
    static final int PADDING = 1;

    /// Four in a row are no accident.
    private static final int IN_A_ROW = 4;

    /// What all frames of a file have in common: version, layer and rate.
    private static final int KIND = 0xfffe_0c00;

    private static final int VERSION_1 = 3;
    private static final int RESERVED = 1;
    private static final int LAYER_III = 1;
    private static final int FREE = 0;
    private static final int[] RATES = {44_100, 48_000, 32_000};
    private static final int[] KILOBITS = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KILOBITS_LATER = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};

    private Frames() {}

    /// Where the frames that begin at `start` end, the last one as it says itself; `start`, if none do.
    static int after(ByteBuffer bytes, int start) {
        int at = start;
        int count = 0;
        while (isFrame(bytes, at, bytes.getInt(start) & KIND)) {
            at += length(bytes.getInt(at));
            count++;
        }
        return count < IN_A_ROW ? start : at;
    }

    private static boolean isFrame(ByteBuffer bytes, int at, int kind) {
        return at + Integer.BYTES <= bytes.limit() && (bytes.getInt(at) & KIND) == kind && length(bytes.getInt(at)) > 0;
    }

    /// In bytes; 0 if there is no such frame, or it does not say.
    private static int length(int head) {
        int version = (head >>> 19) & 3;
        int bits = (head >>> 12) & 15;
        int rate = (head >>> 10) & 3;
        boolean told = head >>> 21 == 0x7ff
                && ((head >>> 17) & 3) == LAYER_III
                && version != RESERVED
                && bits != FREE
                && bits < KILOBITS.length
                && rate < RATES.length;
        if (!told) {
            return 0;
        }
        int padding = (head >>> 9) & 1;
        return version == VERSION_1
                ? 144_000 * KILOBITS[bits] / RATES[rate] + padding
                : 72_000 * KILOBITS_LATER[bits] / (RATES[rate] >> (version == 2 ? 1 : 2)) + padding;
    }
}
