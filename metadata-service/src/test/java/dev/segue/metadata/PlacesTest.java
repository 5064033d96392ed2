package dev.segue.metadata;

import static dev.segue.metadata.BackupFixture.EXPORTED;
import static dev.segue.metadata.BackupFixture.NIGHT_BUS;
import static dev.segue.metadata.BackupFixture.SIDE_STREET;
import static dev.segue.metadata.BackupFixture.id;
import static dev.segue.metadata.BackupFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackFetched;
import dev.segue.metadata.MetadataConfig.LookupMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Playlists as the API showed them last win over exports that are older.
class PlacesTest {

    private static final TrackId BUS = id(NIGHT_BUS);
    private static final TrackId STREET = id(SIDE_STREET);
    private static final TrackId NEW = id("zzzzzzzzzzzzzzzzzzzzz9");
    private static final Instant LATER = EXPORTED.plus(Duration.ofDays(1));

    @TempDir
    Path directory;

    private TrackIndex index;
    private Observations observations;
    private Moves moves;
    private Enrichment enrichment;

    @BeforeEach
    void backup() {
        with(LookupMode.CSV_FIRST);
    }

    @Test
    void trackThatLeftHasItsPlaceNoMore() {
        observe("Warm up", LATER, STREET);

        assertThat(described(BUS).placements()).isEmpty();
        assertThat(described(STREET).placements()).containsExactly(new Placement("Warm_up", 1));
    }

    @Test
    void newPositionsApplyUnderTheNameOfTheExport() {
        observe("Warm up", LATER, BUS, STREET, BUS);

        assertThat(described(BUS).placements())
                .containsExactly(new Placement("Warm_up", 1), new Placement("Warm_up", 3));
    }

    @Test
    void otherPlaylistsStayAsTheirExportsHaveThem() {
        observe("Something Else", LATER, BUS);

        assertThat(described(BUS).placements())
                .containsExactly(new Placement("Something Else", 1), new Placement("Warm_up", 2));
    }

    @Test
    void newerExportWinsOverAnOlderLook() {
        observe("Warm_up", EXPORTED.minusSeconds(1), STREET);

        assertThat(described(BUS).placements()).containsExactly(new Placement("Warm_up", 2));
    }

    @Test
    void olderLookThatComesLateChangesNothing() {
        observe("Warm_up", LATER, STREET);
        observe("Warm_up", LATER.minusSeconds(1), BUS);

        assertThat(described(BUS).placements()).isEmpty();
    }

    @Test
    void renamedPlaylistIsOneUnderItsNewName() {
        observe("Warm_up", LATER, BUS);
        observe("Cool down", LATER.plusSeconds(1), BUS);

        assertThat(described(BUS).placements()).containsExactly(new Placement("Cool down", 1));
        assertThat(described(STREET).placements()).isEmpty();
    }

    @Test
    void songThatIsLikedNoMoreIsNot() {
        learn(new PlaylistObserved("Liked Songs", PlaylistObserved.LIKED_SONGS, "1", List.of(STREET), LATER));

        assertThat(described(BUS).liked()).isFalse();
        assertThat(described(STREET).liked()).isTrue();
    }

    @Test
    void withoutExportsLikedSongsAndPlacesAreAsShown() {
        with(LookupMode.API_ONLY);
        observe("Mix", EXPORTED.minusSeconds(1), STREET, NEW);
        learn(new PlaylistObserved("Liked Songs", PlaylistObserved.LIKED_SONGS, "1", List.of(NEW), EXPORTED));
        index.learn(new TrackFetched(
                NEW,
                Optional.of(Track.unknown(NEW)),
                dev.segue.library.Hint.of(NEW),
                Optional.empty(),
                Optional.empty(),
                LATER));

        assertThat(described(NEW).liked()).isTrue();
        assertThat(described(NEW).placements()).containsExactly(new Placement("Mix", 2));
    }

    @Test
    void firstLookMovesWhatDiffersFromTheExport() {
        assertThat(moves.of(observe("Warm up", LATER, BUS, NEW))).containsExactlyInAnyOrder(STREET, BUS, NEW);
        assertThat(moves.of(observed("Warm up", LATER.plusSeconds(1), BUS, NEW)))
                .isEmpty();
    }

    @Test
    void laterLookMovesWhatDiffersFromTheOneBefore() {
        observe("Warm_up", LATER, STREET, BUS, NEW);

        assertThat(moves.of(observe("Warm_up", LATER.plusSeconds(1), STREET, NEW, BUS)))
                .containsExactlyInAnyOrder(BUS, NEW);
        assertThat(moves.of(observe("Renamed", LATER.plusSeconds(2), STREET, NEW, BUS)))
                .containsExactlyInAnyOrder(STREET, BUS, NEW);
    }

    @Test
    void orderOfLikedSongsMovesNobody() {
        assertThat(moves.of(new PlaylistObserved("Liked Songs", "liked", "1", List.of(NEW, BUS), LATER)))
                .containsExactly(NEW);
    }

    @Test
    void trackThatLeftIsEnrichedAgainWithoutThePlaylist() {
        observe("Warm up", LATER, STREET);

        List<Fact> facts = enrichment.onMoved(BUS, LATER);

        assertThat(facts).singleElement().isInstanceOfSatisfying(TrackEnriched.class, enriched -> {
            assertThat(enriched.playlists()).isEmpty();
            assertThat(enriched.complete()).isTrue();
            assertThat(enriched.liked()).isTrue();
        });
        assertThat(enrichment.onMoved(NEW, LATER)).isEmpty();
    }

    private void with(LookupMode mode) {
        var settings = new SettingsFixture(mode, 100);
        index = new TrackIndex(settings);
        observations = new Observations();
        moves = new Moves(index, observations);
        enrichment = new Enrichment(index, () -> {}, new RefreshAllowance(settings), settings);
        index.replace(new BackupFixture(directory)
                .file("Liked_Songs.csv", row(NIGHT_BUS, "Night Bus", "Mara Lind", 220_386))
                .file(
                        "Warm_up.csv",
                        row(SIDE_STREET, "Side Street", "Olu Brandt", 180_000),
                        row(NIGHT_BUS, "Night Bus", "Mara Lind", 220_386))
                .read());
    }

    private Description described(TrackId id) {
        return index.describe(id).orElseThrow();
    }

    private PlaylistObserved observe(String name, Instant at, TrackId... tracks) {
        return learn(observed(name, at, tracks));
    }

    private PlaylistObserved learn(PlaylistObserved observed) {
        observations.learn(observed);
        index.learn(observed);
        return observed;
    }

    /// One playlist, whatever it is called; `Something Else` is another.
    private static PlaylistObserved observed(String name, Instant at, TrackId... tracks) {
        String playlistId = name.equals("Something Else") ? "other" : "warm";
        return new PlaylistObserved(name, playlistId, at.toString(), List.of(tracks), at);
    }
}
