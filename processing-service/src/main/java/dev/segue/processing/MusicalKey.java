package dev.segue.processing;

import dev.segue.library.AudioFeatures;
import java.util.List;
import java.util.Optional;

/// The key of a recording. Immutable.
///
/// @param pitch 0 (C) to 11 (B)
public record MusicalKey(int pitch, boolean major) {

    private static final List<String> MAJOR = List.of("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");
    private static final List<String> MINOR =
            List.of("Cm", "C#m", "Dm", "Ebm", "Em", "Fm", "F#m", "Gm", "G#m", "Am", "Bbm", "Bm");

    public MusicalKey {
        if (pitch < 0 || pitch > 11) {
            throw new IllegalArgumentException("pitch is 0 to 11, not " + pitch);
        }
    }

    /// As analysed; empty unless both pitch and mode are known.
    public static Optional<MusicalKey> of(AudioFeatures features) {
        return features.key().flatMap(pitch -> features.mode().map(mode -> new MusicalKey(pitch, mode == 1)));
    }

    /// As the tag `TKEY` has it, such as `F#m`.
    public String written() {
        return (major ? MAJOR : MINOR).get(pitch);
    }

    /// Its place on the Camelot wheel, such as `11A`: neighbours there sound well together.
    public String camelot() {
        int number = (7 * pitch + (major ? 7 : 4)) % 12 + 1;
        return number + (major ? "B" : "A");
    }
}
