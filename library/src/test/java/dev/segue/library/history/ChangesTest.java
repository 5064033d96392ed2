package dev.segue.library.history;

import static dev.segue.library.history.Playlists.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.library.history.Changes.Difference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # before, after, added, removed, moved, unchanged
            abc,      abc,   '',    '',      '',    3
            abc,      bc,    '',    a,       '',    2
            bc,       abc,   a,     '',      '',    2
            abcd,     bcda,  '',    '',      a,     4
            abcde,    aecdb, '',    '',      be,    5
            abc,      xbyca, xy,    '',      a,     3
            aab,      ab,    '',    a,       '',    2
            aba,      ba,    '',    a,       '',    2
            ab,       aba,   a,     '',      '',    2
            aabb,     bbaa,  '',    '',      bb,    4
            '',       ab,    ab,    '',      '',    0
            ab,       '',    '',    ab,      '',    0
            """)
    void entriesAreAddedRemovedOrMoved(
            String before, String after, String added, String removed, String moved, int unchanged) {
        Changes changes = Changes.between(snapshot("01-01", before), snapshot("02-01", after));

        assertThat(letters(changes.added().stream().map(Changes.Entry::id).toList()))
                .isEqualTo(added);
        assertThat(letters(changes.removed().stream().map(Changes.Entry::id).toList()))
                .isEqualTo(removed);
        assertThat(changes.moved()).hasSize(moved.length());
        assertThat(changes.unchanged()).isEqualTo(unchanged);
        assertThat(changes.modified()).isEmpty();
    }

    @Test
    void placesAreCountedFromOne() {
        Changes changes = Changes.between(snapshot("01-01", "abcd"), snapshot("02-01", "bcdax"));

        assertThat(changes.moved()).extracting(Changes.Moved::from).containsExactly(1);
        assertThat(changes.moved()).extracting(Changes.Moved::to).containsExactly(4);
        assertThat(changes.added()).extracting(Changes.Entry::position).containsExactly(5);
        assertThat(changes.added()).extracting(Changes.Entry::title).containsExactly(Optional.of("Song x"));
        assertThat(changes.to())
                .isEqualTo(new Changes.State(Instant.parse("2026-02-01T12:00:00Z"), "02-01/Mix.csv", 5));
    }

    @Property(tries = 1000)
    void theNumbersAddUpAndMovesAreTheFewest(
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 8) String before,
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 8) String after) {
        Changes changes = Changes.between(snapshot("01-01", before), snapshot("02-01", after));

        assertThat(changes.unchanged() + changes.removed().size()).isEqualTo(before.length());
        assertThat(changes.unchanged() + changes.added().size()).isEqualTo(after.length());
        assertThat(changes.unchanged()).isEqualTo(inCommon(before, after));
        assertThat(changes.unchanged() - changes.moved().size()).isEqualTo(longestCommon(before, after));
    }

    @Test
    void aListOfThousandsOfTheSameTrackIsComparedAtOnce() {
        Changes changes = Changes.between(snapshot("01-01", "a".repeat(20_000)), snapshot("02-01", "a".repeat(19_000)));

        assertThat(changes.removed()).hasSize(1_000);
        assertThat(changes.moved()).isEmpty();
    }

    @Test
    void whatExportersDoToTextIsNoDifference() {
        Track before =
                said("The \"Song\", again", List.of("Tyler, The Creator", "Ada"), "1973", Duration.ofMillis(61_400));
        Track after =
                said("The  Song again", List.of("Tyler", "The Creator", "Ada"), "1973-05", Duration.ofSeconds(61));

        assertThat(fields(before, after)).isEmpty();
    }

    @Test
    void whatOneSideLacksIsNoDifference() {
        Track all = said("Song", List.of("Ada"), "1973", Duration.ofMillis(61_400));

        assertThat(fields(all, Track.unknown(all.id()))).isEmpty();
        assertThat(fields(Track.unknown(all.id()), all)).isEmpty();
    }

    @Test
    void popularityIsNoDifference() {
        Track one = popular(10);

        assertThat(fields(one, popular(90))).isEmpty();
    }

    @Test
    void aDifferenceHasBothValues() {
        Track before = said("Song", List.of("Ada"), "1973", Duration.ofMillis(61_400));
        Track after = said("Song (Live)", List.of("Ada", "Bob"), "1974", Duration.ofMillis(71_400));

        assertThat(fields(before, after))
                .containsExactly(
                        new Difference("title", "Song", "Song (Live)"),
                        new Difference("artists", "Ada", "Ada; Bob"),
                        new Difference("duration", "PT1M1.4S", "PT1M11.4S"),
                        new Difference("releaseDate", "1973", "1974"));
    }

    @Test
    void featuresAreComparedOneByOneAsPreciselyAsAllExportersGiveThem() {
        Track before = Playlists.full('a', "Ada", "2026-01-01T10:00:00Z", "1973", 120.4, "pop", "rock");
        Track rounded = Playlists.full('a', "Ada", "2026-01-01T00:00:00Z", "1973", 120, "rock", "pop");
        Track other = Playlists.full('a', "Ada", "2026-01-01T10:00:00Z", "1973", 124, "pop", "rock");

        assertThat(fields(before, rounded)).isEmpty();
        assertThat(fields(before, other)).extracting(Difference::field).containsExactly("tempo", "energy");
    }

    @Test
    void aMovedEntryMayBeModifiedAsWell() {
        Track other = said("Other", List.of(), "1973", Duration.ofMillis(1));
        Snapshot after = snapshot("02-01", List.of(Playlists.track('b'), Playlists.track('c'), other));

        Changes changes = Changes.between(snapshot("01-01", "abc"), after);

        assertThat(changes.moved()).hasSize(1);
        assertThat(changes.modified()).hasSize(1);
        assertThat(changes.unchanged()).isEqualTo(2);
    }

    private static List<Difference> fields(Track before, Track after) {
        return Changes.between(snapshot("01-01", List.of(before)), snapshot("02-01", List.of(after)))
                .modified()
                .stream()
                .flatMap(modified -> modified.fields().stream())
                .toList();
    }

    private static Track said(String title, List<String> artists, String released, Duration duration) {
        Track plain = Playlists.track('a');
        return new Track(
                plain.id(),
                Optional.of(title),
                artists,
                plain.album(),
                Optional.of(duration),
                Optional.of(ReleaseDate.of(released)),
                plain.isrc(),
                plain.explicit(),
                plain.popularity(),
                plain.label(),
                plain.genres(),
                plain.link(),
                plain.addedAt(),
                plain.features());
    }

    private static Track popular(int popularity) {
        Track plain = Playlists.track('a');
        return new Track(
                plain.id(),
                plain.title(),
                plain.artists(),
                plain.album(),
                plain.duration(),
                plain.releaseDate(),
                plain.isrc(),
                plain.explicit(),
                Optional.of(popularity),
                plain.label(),
                plain.genres(),
                plain.link(),
                plain.addedAt(),
                plain.features());
    }

    private static String letters(List<dev.segue.library.TrackId> ids) {
        return ids.stream().map(id -> id.key().substring(0, 1)).collect(Collectors.joining());
    }

    private static int inCommon(String one, String other) {
        return IntStream.rangeClosed('a', 'd')
                .map(letter -> (int) Math.min(
                        one.chars().filter(found -> found == letter).count(),
                        other.chars().filter(found -> found == letter).count()))
                .sum();
    }

    /// The textbook's way, as slow as it is sure.
    private static int longestCommon(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        String restOfOne = one.substring(1);
        String restOfOther = other.substring(1);
        return one.charAt(0) == other.charAt(0)
                ? 1 + longestCommon(restOfOne, restOfOther)
                : Math.max(longestCommon(restOfOne, other), longestCommon(one, restOfOther));
    }
}
