package dev.segue.library.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds of any two recordings.
class MatchingPropertyTest {

    @Property(tries = 2000)
    void orderMakesNoDifference(@ForAll("recordings") Recording one, @ForAll("recordings") Recording other) {
        assertThat(Matching.judge(one, other)).isEqualTo(Matching.judge(other, one));
    }

    @Property(tries = 2000)
    void aRecordingWithTitleAndArtistIsItself(@ForAll("recordings") Recording recording) {
        boolean titled = recording.title().filter(title -> !title.isBlank()).isPresent();
        if (titled && !Artists.of(recording.artists()).isUnknown()) {
            assertThat(Matching.judge(recording, recording).isSame()).isTrue();
        }
    }

    @Property(tries = 2000)
    void anyTextIsJudged(@ForAll String title, @ForAll String artist, @ForAll String album, @ForAll String isrc) {
        Recording any = new Recording(
                Optional.empty(),
                Optional.of(title),
                List.of(artist),
                Optional.of(album),
                Optional.of(Duration.ofSeconds(200)),
                Optional.of(isrc),
                Optional.empty());
        Recording other = Recording.named(artist, title);

        assertThat(Matching.judge(any, other)).isEqualTo(Matching.judge(other, any));
        assertThat(MatchIndex.of(1, _ -> any).first(0)).isZero();
    }

    @Property(tries = 500)
    void anAnnouncementOfNothingButSignsIsJudged(
            @ForAll("announcements") String announcement, @ForAll("signs") List<String> signs) {
        Recording upload = Recording.named(announcement + String.join("", signs), "nightowl-uploads");

        assertThat(Matching.judge(upload, Recording.named("Night Bus", "Mara Lind"))
                        .isSame())
                .isFalse();
    }

    @Provide
    Arbitrary<String> announcements() {
        return Arbitraries.of("Premiere: ", "Free DL: ", "EXCLUSIVE : ", "Free Download: ", "Out now: ", "");
    }

    @Provide
    Arbitrary<List<String>> signs() {
        return Arbitraries.of("!!!", "???", "🔥", " : ", " // ", " ~ ", " - ", "(", ")", "01", " ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property(tries = 500)
    void caseAccentsAndPunctuationMakeNoDifference(
            @ForAll("words") List<String> words, @ForAll("words") List<String> artist) {
        Recording plain = named(String.join(" ", words), String.join(" ", artist));
        Recording loud = named(
                String.join("... ", words).toUpperCase(Locale.ROOT) + "!",
                '"' + String.join("’ ", artist).toUpperCase(Locale.ROOT) + '"');
        Recording accented = named(
                String.join("  ", words).replace("e", "é").replace("o", "ö"),
                String.join("_", artist).replace("a", "å"));

        assertThat(Matching.judge(plain, loud).isSame()).isTrue();
        assertThat(Matching.judge(plain, accented).isSame()).isTrue();
    }

    @Property(tries = 500)
    void aVersionIsNeverTheOriginal(
            @ForAll("words") List<String> words, @ForAll("versions") String version, @ForAll("artists") String artist) {
        String title = String.join(" ", words);

        assertThat(Matching.judge(named(title, artist), named(title + version, artist))
                        .isSame())
                .isFalse();
    }

    private static Recording named(String title, String artist) {
        return new Recording(
                Optional.empty(),
                Optional.of(title),
                List.of(artist),
                Optional.empty(),
                Optional.of(Duration.ofMillis(201_337)),
                Optional.empty(),
                Optional.empty());
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("night", "bus", "home", "again", "sea", "paper", "boat", "yellow", "seven")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> versions() {
        return Arbitraries.of(
                " (Live)",
                " - Live at the Pier",
                " [Harbour Remix]",
                " - Instrumental",
                " (Karaoke Version)",
                " (Acoustic)",
                " - Cover",
                " (sped up)",
                " (A Cappella)",
                " (Demo)",
                " (Spanish Version)",
                " (Part 2)",
                "（ライブ）",
                " (カラオケ)");
    }

    @Provide
    Arbitrary<String> artists() {
        return Arbitraries.of("Mara Lind", "Olu Brandt & Ida Kern", "The Harbours", "夜", "Кино", "A$AP Pier", "?", "");
    }

    @Provide
    Arbitrary<Recording> recordings() {
        Arbitrary<String> piece = Arbitraries.of(
                "Night Bus",
                " - ",
                " (",
                ")",
                "[",
                "]",
                "feat. ",
                "Mara Lind",
                "Live",
                "Remix",
                "&",
                ", ",
                "2011",
                " Remaster",
                "夜",
                "Explicit",
                "ライブ",
                "Part 2",
                " ",
                "😀",
                "the",
                "Version",
                "'",
                "İ",
                "ß",
                "\uD83D");
        Arbitrary<Optional<String>> titles =
                piece.list().ofMaxSize(6).map(all -> String.join("", all)).optional();
        Arbitrary<Optional<Duration>> lengths = Arbitraries.of(200_000L, 201_337L, 203_000L, 230_000L)
                .map(Duration::ofMillis)
                .optional();
        Arbitrary<Optional<String>> albums = Arbitraries.of(
                        "Last Stops", "Last Stops (Live)", "Live at the Pier", "Night Bus")
                .optional();
        Arbitrary<Optional<Boolean>> marks = Arbitraries.of(true, false).optional();
        return Combinators.combine(titles, artists().list().ofMaxSize(3), albums, lengths, marks)
                .as((title, artists, album, length, mark) ->
                        new Recording(Optional.empty(), title, artists, album, length, Optional.empty(), mark));
    }
}
