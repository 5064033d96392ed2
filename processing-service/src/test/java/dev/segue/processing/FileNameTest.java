package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`', // an apostrophe is a character like any other here
            textBlock = """
            Mara Lind | Night Bus          | Mara Lind - Night Bus.mp3
            AC/DC     | T.N.T.             | AC_DC - T.N.T.mp3
            P!nk      | What's Up? (Live)  | P_nk - What's Up_ (Live).mp3
            椎名林檎   | 丸ノ内サディスティック | 椎名林檎 - 丸ノ内サディスティック.mp3
            Björk     | Jóga               | Björk - Jóga.mp3
            -rf       | *                  | rf - _.mp3
            ..        | ../../etc/passwd   | _.._etc_passwd.mp3
            A         | 😀😀               | A - __.mp3
            """)
    void namesAreMadeFromAFixedAlphabet(String artist, String title, String expected) {
        String name = name(artist, title).plainFile();

        assertThat(name).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "nul", "com1", "LPT9", "aux.tar"})
    void namesThatWindowsReservesAreAvoided(String title) {
        String name = FileName.of(Synced.track(1, title, List.of(), Duration.ZERO, Optional.empty()), ".mp3")
                .plainFile();

        assertThat(name).isEqualTo('_' + title + ".mp3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "..", ".", "", "   ", "/", "\\..\\x", "a\0b", "\ud83d", "-rf", "a\nb"})
    void aNameStaysInItsFolderWhateverTheTitleSays(String title) {
        Path folder = Path.of("/out");

        for (String file : List.of(nameOf(title).plainFile(), nameOf(title).distinctFile())) {
            assertThat(folder.resolve(file).normalize().getParent()).isEqualTo(folder);
            assertThat(file).doesNotStartWith("-").doesNotStartWith(".").doesNotContain("\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "丸", "😀", "é", "e\u0301", "\ud842\udfb7"})
    void namesAreAtMostTwoHundredBytes(String character) {
        FileName name = nameOf(character.repeat(300));

        assertThat(name.plainFile().getBytes(StandardCharsets.UTF_8).length).isBetween(190, 200);
        assertThat(name.distinctFile().getBytes(StandardCharsets.UTF_8).length).isBetween(190, 200);
        assertThat(name.distinctFile()).endsWith(" [" + Synced.id(1).key() + "].mp3");
    }

    @Test
    void twoWaysToWriteAnAccentGiveOneName() {
        assertThat(nameOf("Cafe\u0301").plainFile())
                .isEqualTo(nameOf("Caf\u00e9").plainFile());
    }

    @Test
    void anExtensionThatIsNoneIsDropped() {
        FileName name = FileName.of(Synced.track(1).track(), ".../x");

        assertThat(name.plainFile()).isEqualTo("Mara Lind - Night Bus");
    }

    private static FileName nameOf(String title) {
        return FileName.of(Synced.track(1, title, List.of(), Duration.ZERO, Optional.empty()), ".MP3");
    }

    private static FileName name(String artist, String title) {
        return FileName.of(Synced.track(1, title, List.of(artist), Duration.ZERO, Optional.empty()), ".mp3");
    }
}
