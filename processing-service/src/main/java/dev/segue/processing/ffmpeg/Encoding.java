package dev.segue.processing.ffmpeg;

import dev.segue.processing.Take.Sound;
import dev.segue.processing.TargetFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// ffmpeg's arguments for each format: the bit depth stays, 24 at most, and the rate is the source's.
final class Encoding {

    private static final int CD = 16;

    private Encoding() {}

    /// The coders that it takes to make files of that format.
    static List<String> coders(TargetFormat format) {
        return Stream.of(CD, CD + 1)
                .map(bits -> of(format, new Sound("", 1, bits, Optional.empty())))
                .map(arguments -> arguments.get(arguments.indexOf("-c:a") + 1))
                .distinct()
                .toList();
    }

    static List<String> of(TargetFormat format, Sound source) {
        boolean deep = source.bits() > CD;
        return switch (format) {
            case MP3_320 -> List.of("-c:a", "libmp3lame", "-b:a", "320k", "-write_id3v1", "0", "-f", "mp3");
            case AIFF -> List.of("-c:a", deep ? "pcm_s24be" : "pcm_s16be", "-f", "aiff");
            case WAV -> List.of("-c:a", deep ? "pcm_s24le" : "pcm_s16le", "-f", "wav");
            case FLAC ->
                List.of("-c:a", "flac", "-sample_fmt", deep ? "s32" : "s16", "-compression_level", "8", "-f", "flac");
            case ALAC -> List.of("-c:a", "alac", "-sample_fmt", deep ? "s32p" : "s16p", "-f", "ipod");
            case M4A -> List.of("-c:a", "aac", "-b:a", "256k", "-movflags", "+faststart", "-f", "ipod");
        };
    }
}
