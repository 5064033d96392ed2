package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MusicalKeyTest {

    @ParameterizedTest
    @CsvSource({
        "0, true, C, 8B",
        "1, true, Db, 3B",
        "2, true, D, 10B",
        "3, true, Eb, 5B",
        "4, true, E, 12B",
        "5, true, F, 7B",
        "6, true, F#, 2B",
        "7, true, G, 9B",
        "8, true, Ab, 4B",
        "9, true, A, 11B",
        "10, true, Bb, 6B",
        "11, true, B, 1B",
        "0, false, Cm, 5A",
        "1, false, C#m, 12A",
        "2, false, Dm, 7A",
        "3, false, Ebm, 2A",
        "4, false, Em, 9A",
        "5, false, Fm, 4A",
        "6, false, F#m, 11A",
        "7, false, Gm, 6A",
        "8, false, G#m, 1A",
        "9, false, Am, 8A",
        "10, false, Bbm, 3A",
        "11, false, Bm, 10A"
    })
    void everyKeyHasItsNameAndItsPlaceOnTheWheel(int pitch, boolean major, String written, String camelot) {
        var key = new MusicalKey(pitch, major);

        assertThat(key.written()).isEqualTo(written);
        assertThat(key.camelot()).isEqualTo(camelot);
    }
}
