package dev.segue.library.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    /// What makes the long way necessary and says nothing.
    private static final String NOTHING = " ()";

    @Property(tries = 5000)
    void aTitleIsTheSameByTheShortWay(@ForAll("texts") String text) {
        Optional<Title> plain = Title.plain(text);

        plain.ifPresent(title -> assertThat(title).isEqualTo(Title.of(text)));
    }

    @Property(tries = 5000)
    void anArtistIsTheSameByTheShortWay(@ForAll("texts") String text) {
        Artists theLongWay = Artists.of(List.of(text + NOTHING));
        Assume.that(staysAsItIs(text));
        Assume.that(!theLongWay.named().contains((text + NOTHING).strip())); // taken to the letter

        Artists artists = Artists.of(List.of(text));

        assertThat(artists).isEqualTo(theLongWay);
    }

    @Property(tries = 5000)
    void anAlbumIsTheSameByTheShortWay(@ForAll("texts") String text) {
        Assume.that(staysAsItIs(text));

        Album plain = Album.of(text);

        assertThat(plain).isEqualTo(Album.of(text + NOTHING));
    }

    @Property(tries = 5000)
    void anUploadIsReadTheSameByTheShortWay(@ForAll("texts") String text) {
        List<Fingerprint.Reading> theLongWay =
                Fingerprint.of(Recording.named(text + NOTHING, "Mara Lind")).readings();
        Assume.that(staysAsItIs(text));
        Assume.that(theLongWay.stream()
                .noneMatch(reading -> reading.title().letters().equals((text + NOTHING).strip()))); // to the letter

        Fingerprint upload = Fingerprint.of(Recording.named(text, "Mara Lind"));

        assertThat(upload.readings()).isEqualTo(theLongWay);
    }

    /// A name of nothing but signs is taken to the letter, and an "n" in quotes means "and" if more comes after it.
    private static boolean staysAsItIs(String text) {
        return text.chars().anyMatch(Character::isLetterOrDigit) && !text.endsWith("n'");
    }

    @Test
    void aMereNameTakesTheShortWay() {
        assertThat(Title.plain("Reeling in the Years '72").orElseThrow().name()).isEqualTo("reelinintheyears72");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Night Bus (Live)", "Night Bus - Live", "Night Bus feat. Olu", "Nuit d’été", "Ke$ha", "!!!", ""})
    void anythingElseTakesTheLongWay(String title) {
        assertThat(Title.plain(title)).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "night",
                        "Bus",
                        "pt",
                        "Part",
                        "II",
                        "no",
                        "'n'",
                        "n",
                        "We",
                        "are",
                        "u",
                        "Mr",
                        "spring",
                        "going",
                        "~",
                        "free download",
                        "out now",
                        "premiere",
                        "in the style of",
                        "made famous by",
                        "originally by",
                        "SINGING",
                        "sing",
                        "the",
                        "The",
                        "feat",
                        "ft",
                        "x",
                        "and",
                        "vevo",
                        "OliveVEVO",
                        "official",
                        "topic",
                        "live",
                        "at",
                        "karaoke",
                        "tribute",
                        "various",
                        "artists",
                        "unknown",
                        "7",
                        "'",
                        "\"",
                        "`",
                        ".",
                        ":",
                        ": ",
                        "?",
                        "#",
                        "\t",
                        "$",
                        "!",
                        "&",
                        "+",
                        ",",
                        ";",
                        "/",
                        "-",
                        " - ",
                        "|",
                        "é",
                        "夜",
                        "[",
                        "]",
                        "\u007f")
                .list()
                .ofMaxSize(6)
                .flatMap(words -> Arbitraries.of("", " ").map(between -> String.join(between, words)));
    }
}
