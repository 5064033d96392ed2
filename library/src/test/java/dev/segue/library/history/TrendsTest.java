package dev.segue.library.history;

import static dev.segue.library.history.Playlists.full;
import static dev.segue.library.history.Playlists.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrendsTest {

    private static final Track OLD = full('a', "Ada", "2025-12-31T23:59:59Z", "1969", 100, "pop", "rock");
    private static final Track GONE = full('b', "Bob", "2026-01-01T00:00:00Z", "1991-05", 120, "rock");
    private static final Track NEW = full('c', "Ada", "2026-01-20T08:00:00Z", "1999-12-31", 140, "rock");

    private final Timeline mix = new Timeline(
            "Mix", List.of(snapshot("01-10", List.of(OLD, GONE)), snapshot("02-10", List.of(OLD, NEW, NEW))));

    @Test
    void eachSnapshotShowsItsSizeAndSound() {
        Trends.Point point = Trends.of(mix).snapshots().getFirst();

        assertThat(point.source()).contains("01-10/Mix.csv");
        assertThat(point.tracks()).isEqualTo(2);
        assertThat(point.tempo()).contains(new Trends.Summary(110, 110, 2));
        assertThat(point.energy()).contains(new Trends.Summary(0.55, 0.55, 2));
        assertThat(point.genres()).containsExactly(new Trends.Count("rock", 2), new Trends.Count("pop", 1));
        assertThat(point.decades()).containsExactly(new Trends.Decade(1960, 1), new Trends.Decade(1990, 1));
    }

    @Test
    void theMedianIsTheMiddleAndTheMeanIsNot() {
        Trends.Point point = Trends.of(mix).snapshots().getLast();

        assertThat(point.tracks()).isEqualTo(3);
        assertThat(point.tempo()).contains(new Trends.Summary(126.667, 140, 3));
    }

    @Test
    void whatHasLeftCountsAmongWhatEverWasThere() {
        Trends trends = Trends.of(mix);

        assertThat(trends.additions()).containsExactly(new Trends.Month("2025-12", 1), new Trends.Month("2026-01", 2));
        assertThat(trends.artists()).containsExactly(new Trends.Count("Ada", 2), new Trends.Count("Bob", 1));
    }

    @Test
    void theLibraryIsTheNewestOfEachPlaylistADay() {
        Timeline other = new Timeline(
                "Other",
                List.of(Snapshot.of("Other", Instant.parse("2026-01-10T13:00:00Z"), "Other.csv", List.of(OLD))));

        Trends trends = Trends.of(List.of(mix, other));

        assertThat(trends.playlist()).isEqualTo(Optional.empty());
        assertThat(trends.snapshots())
                .extracting(Trends.Point::takenAt)
                .containsExactly(Instant.parse("2026-01-10T13:00:00Z"), Instant.parse("2026-02-10T12:00:00Z"));
        assertThat(trends.snapshots()).extracting(Trends.Point::tracks).containsExactly(2, 2);
    }

    @Test
    void aTrackInTwoPlaylistsWasAddedToTheLibraryOnce() {
        Track again = full('a', "Ada", "2026-02-02T00:00:00Z", "1969", 100);
        Timeline other = new Timeline("Other", List.of(snapshot("02-11", List.of(again))));

        assertThat(Trends.of(List.of(other, mix)).additions())
                .containsExactly(new Trends.Month("2025-12", 1), new Trends.Month("2026-01", 2));
    }

    @Test
    void tempoThatNoMusicHasCountsForNothing() {
        Track absurd = full('d', "Ada", "2026-01-20T08:00:00Z", "1999", 1.7e308);
        Track also = full('e', "Ada", "2026-01-20T08:00:00Z", "1999", 1.7e308);
        var mix = new Timeline("Mix", List.of(snapshot("01-10", List.of(OLD, absurd, also))));

        Trends.Point point = Trends.of(mix).snapshots().getFirst();

        assertThat(point.tempo()).contains(new Trends.Summary(100, 100, 1));
    }

    @Test
    void nothingKnownGivesNoSummary() {
        var bare = new Timeline("Bare", List.of(snapshot("01-01", "ab")));

        assertThat(Trends.of(bare).snapshots().getFirst().tempo()).isEmpty();
        assertThat(Trends.of(List.<Timeline>of()).snapshots()).isEmpty();
    }
}
