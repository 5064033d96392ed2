package dev.segue.metadata;

import static dev.segue.metadata.BackupFixture.EXPORTED;
import static dev.segue.metadata.BackupFixture.NIGHT_BUS;
import static dev.segue.metadata.BackupFixture.SIDE_STREET;
import static dev.segue.metadata.BackupFixture.id;
import static dev.segue.metadata.BackupFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.TrackFetched;
import dev.segue.library.history.Changes;
import dev.segue.library.history.Choice;
import dev.segue.library.history.Snapshot;
import dev.segue.metadata.PlaylistHistory.Found;
import dev.segue.metadata.PlaylistHistory.Playlist;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaylistHistoryTest {

    private static final TrackId NEW = id("zzzzzzzzzzzzzzzzzzzzz9");
    private static final Instant LATER = EXPORTED.plus(Duration.ofDays(3));

    @TempDir
    Path directory;

    private final TrackIndex index = new TrackIndex(SettingsFixture.defaults());
    private final Observations observations = new Observations();
    private final PlaylistHistory history = new PlaylistHistory(index, observations);
    private final Exports exports = new Exports(index);

    @BeforeEach
    void backup() {
        index.replace(new BackupFixture(directory)
                .file("Liked_Songs.csv", row(NIGHT_BUS, "Night Bus", "Mara Lind", 220_386))
                .file(
                        "Warm_up.csv",
                        row(SIDE_STREET, "Side Street", "Olu Brandt", 180_000),
                        row(NIGHT_BUS, "Night Bus", "Mara Lind", 220_386))
                .file("A_B.csv", row(SIDE_STREET, "Side Street", "Olu Brandt", 180_000))
                .file("AB.csv", row(SIDE_STREET, "Side Street", "Olu Brandt", 180_000))
                .read());
    }

    @Test
    void likedSongsComeFirstAndObservedPlaylistsAreAmongThem() {
        observe("New one", NEW);

        assertThat(history.playlists())
                .extracting(Playlist::name)
                .containsExactly("Liked Songs", "AB", "A_B", "New one", "Warm_up");
    }

    @Test
    void whatTheApiShowsIsTheSamePlaylistAsItsExport() {
        observe("Warm up", SIDE_STREET_ID, NEW);

        Playlist playlist = found("Warm_up");

        assertThat(playlist.timeline().snapshots())
                .extracting(Snapshot::source)
                .containsExactly("Warm_up.csv", "observed");
        assertThat(playlist.tracks()).isEqualTo(2);
        assertThat(playlist.observed().orElseThrow().snapshotId()).isEqualTo("s");
        assertThat(found("Warm up").name()).isEqualTo("Warm_up");
    }

    @Test
    void aPlaylistIsFoundByItsNameOrItsExports() {
        assertThat(found("liked").name()).isEqualTo("Liked Songs");
        assertThat(found("Warm up").name()).isEqualTo("Warm_up");
        assertThat(history.find("nowhere")).isEqualTo(new Found.None());
    }

    @Test
    void changesSinceTheExportAreThoseThatTheApiShows() {
        index.learn(answer(NEW, "New Song"));
        observe("Warm up", NEW, NIGHT_BUS_ID);

        Changes changes =
                switch (found("Warm_up").timeline().choose(new Choice.Question(Optional.empty(), Optional.empty()))) {
                    case Choice.Two two -> Changes.between(two.from(), two.to());
                    case Choice.Missing missing -> throw new AssertionError(missing.why());
                    case Choice.Unclear unclear -> throw new AssertionError(unclear.why());
                };

        assertThat(changes.added()).extracting(Changes.Entry::title).containsExactly(Optional.of("New Song"));
        assertThat(changes.removed()).extracting(Changes.Entry::id).containsExactly(SIDE_STREET_ID);
        assertThat(changes.unchanged()).isEqualTo(1);
        assertThat(changes.modified()).isEmpty();
    }

    @Test
    void anExportOfTheLikedSongsHasThoseOfEveryFileThatCounts() {
        index.replace(new BackupFixture(directory)
                .file("liked.csv", row(SIDE_STREET, "Side Street", "Olu Brandt", 180_000))
                .read());

        List<Track> tracks = exports.of(found("Liked Songs").timeline());

        assertThat(tracks).extracting(Track::id).containsExactlyInAnyOrder(NIGHT_BUS_ID, SIDE_STREET_ID);
        assertThat(found("Liked Songs").tracks()).isEqualTo(2);
    }

    @Test
    void anExportIsTheNewestStateWithAllThatIsKnown() {
        index.learn(answer(NEW, "New Song"));
        observe("Warm up", NEW, NIGHT_BUS_ID, NIGHT_BUS_ID);

        List<Track> tracks = exports.of(found("Warm_up").timeline());

        assertThat(tracks).extracting(Track::id).containsExactly(NEW, NIGHT_BUS_ID, NIGHT_BUS_ID);
        assertThat(tracks)
                .extracting(track -> track.title().orElseThrow())
                .containsExactly("New Song", "Night Bus", "Night Bus");
        assertThat(tracks.get(1).features()).isPresent();
        assertThat(tracks.get(1).addedAt()).isPresent();
        assertThat(tracks.get(2).addedAt()).isEmpty();
    }

    @Test
    void everythingIsEachTrackOnce() {
        index.learn(answer(NEW, "New Song"));

        assertThat(exports.everything()).extracting(Track::id).containsExactly(NIGHT_BUS_ID, SIDE_STREET_ID, NEW);
    }

    @Test
    void tracksAreFoundByWords() {
        index.learn(answer(NEW, "Nîght of the Bus"));
        var search = new TrackSearch(index);

        assertThat(search.find("night bus", 10)).containsExactly(NIGHT_BUS_ID, NEW);
        assertThat(search.find("LIND nig", 10)).containsExactly(NIGHT_BUS_ID);
        assertThat(search.find("ight", 10)).isEmpty();
        assertThat(search.find("b", 1)).hasSize(1);
    }

    private static final TrackId NIGHT_BUS_ID = id(NIGHT_BUS);
    private static final TrackId SIDE_STREET_ID = id(SIDE_STREET);

    private Playlist found(String name) {
        return switch (history.find(name)) {
            case Found.One(Playlist playlist) -> playlist;
            case Found.None none -> throw new AssertionError(none);
            case Found.Several several -> throw new AssertionError(several);
        };
    }

    private void observe(String playlist, TrackId... tracks) {
        observations.learn(new PlaylistObserved(playlist, "id", "s", List.of(tracks), LATER));
    }

    private static TrackFetched answer(TrackId id, String title) {
        var hint = new Hint(Optional.of(title), List.of("Somebody"), Optional.empty());
        return new TrackFetched(id, Optional.of(hint.describe(id)), hint, Optional.empty(), Optional.empty(), LATER);
    }
}
