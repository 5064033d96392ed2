package dev.segue.processing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was heard when a file was decoded from its start to its end. Immutable.
///
/// @param sound      what its header says
/// @param length     of what could be decoded
/// @param peak       in dB below full scale, negative infinity for silence; empty if the file was converted: what was
/// made
///                   of it is heard
/// @param checksum   of the decoded samples, equal for equal samples of up to 24 bits if it was asked for at the same
///                   depth; empty where nobody asked for it
/// @param stored     a checksum of the coded audio, as [Studio#stored]; empty if the file was converted
/// @param complaints of the decoder, for people; a good file causes none
public record Take(
        Sound sound,
        Duration length,
        Optional<Double> peak,
        Optional<String> checksum,
        Optional<String> stored,
        List<String> complaints) {

    public Take {
        complaints = List.copyOf(complaints);
    }

    /// The same, with one complaint more.
    public Take but(String complaint) {
        List<String> all =
                Stream.concat(complaints.stream(), Stream.of(complaint)).toList();
        return new Take(sound, length, peak, checksum, stored, all);
    }

    /// What a file's header says of the audio in it; it may be wrong.
    ///
    /// @param codec   as ffmpeg calls it, such as `mp3` or `pcm_s24le`
    /// @param rate    samples a second
    /// @param bits    of a sample; 0 if it has none, as in MP3
    /// @param claimed its length, unless that is guessed
    public record Sound(String codec, int rate, int bits, Optional<Duration> claimed) {

        /// Whether each sample can be had back as it was.
        public boolean lossless() {
            boolean exact = codec.startsWith("pcm_s")
                    || codec.startsWith("pcm_u")
                    || codec.equals("flac")
                    || codec.equals("alac");
            return exact && bits > 0 && bits <= 24;
        }
    }
}
