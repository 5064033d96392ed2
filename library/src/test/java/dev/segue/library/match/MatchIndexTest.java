package dev.segue.library.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MatchIndexTest {

    @Test
    void theFirstStandsForTheOthers() {
        MatchIndex index = index(
                "Night Bus · Mara Lind · 3:20",
                "Side Street · Mara Lind · 2:50",
                "Night Bus (feat. Olu Brandt) · Mara Lind · 3:21",
                "Night Bus (Live) · Mara Lind · 3:20",
                "Nattbussen · M. Lind · 3:20 · ISRC SEXYZ2100017",
                "Nachtbus · Lind · 3:20 · ISRC SEXYZ2100017");

        assertThat(index.firsts()).isEqualTo(Map.of(2, 0, 5, 4));
        assertThat(index.first(3)).isEqualTo(3);
    }

    @Test
    void theBarCodeOfAnAlbumMakesNoTwoOfItsTracksOne() {
        MatchIndex index = index(
                "Night Bus · Mara Lind · 3:20 · ISRC 810025348915",
                "Side Street · Mara Lind · 2:50 · ISRC 810025348915");

        assertThat(index.firsts()).isEmpty();
    }

    @Test
    void lengthsDoNotDriftFromOneToTheNext() {
        MatchIndex index =
                index("Night Bus · Mara Lind · 3:20", "Night Bus · Mara Lind · 3:24", "Night Bus · Mara Lind · 3:28");

        assertThat(index.firsts()).isEqualTo(Map.of(1, 0));
    }

    @Test
    void aTrackAsAnUploaderNamesItIsFound() {
        MatchIndex index = index("Side Street · Mara Lind · 2:50", "Night Bus · Mara Lind · 3:20 · id spotify:1");

        assertThat(index.find(Described.recording("Mara Lind - Night Bus [free download] · nightowl · 3:21")))
                .hasValueSatisfying(found -> {
                    assertThat(found.place()).isEqualTo(1);
                    assertThat(found.verdict().rule()).isEqualTo(Rule.ARTIST_IN_TITLE);
                });
        assertThat(index.find(Described.recording("Mara Lind - Night Bus (nightowl remix) · nightowl · 3:20")))
                .isEmpty();
    }

    /// The index must not miss what a comparison of all with all finds, but for what `docs/matching.md` excepts.
    @Test
    void everyNameWrittenInAnotherWayIsFound() {
        List<String> ways = List.of(
                "Night Bus · Mara Lind · 3:20",
                "NIGHT BUS! · mara lind · 3:20",
                "Night Bus (Wait for Me) · Mara Lind · 3:20",
                "Night Bus ft. Olu Brandt · Mara Lind · 3:20",
                "Night Bus · Olu Brandt & Mara Lind · 3:20",
                "Mara Lind - Night Bus · somebody · 3:20",
                "Night Bus - 2011 Remaster · Mara Lind; Ida Kern · 3:20");
        for (String way : ways) {
            assertThat(index("Night Bus · Mara Lind · 3:20", way).firsts())
                    .as(way)
                    .isEqualTo(Map.of(1, 0));
        }
    }

    @Test
    void aNameUsedWithoutEndIsNotComparedWithoutEnd() {
        int size = 3_000;

        MatchIndex index =
                MatchIndex.of(size, place -> Described.recording("Noise · Nobody · " + (place + 1) * 10 + ":00"));

        assertThat(index.firsts()).isEmpty();
        assertThat(IntStream.range(0, size).map(index::first).distinct().count())
                .isEqualTo(size);
    }

    private static MatchIndex index(String... described) {
        List<Recording> recordings =
                Stream.of(described).map(Described::recording).toList();
        return MatchIndex.of(recordings.size(), recordings::get);
    }
}
