package dev.segue.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.library.fact.TrackDetected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorTest {

    private static final Instant NOW = Instant.parse("2026-11-22T15:29:34Z");
    private static final String HEADER = "Track URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),"
            + "Popularity,Explicit,Added By,Added At,Genres,Record Label,Danceability,Energy,Key,Loudness,Mode,"
            + "Speechiness,Acousticness,Instrumentalness,Liveness,Valence,Tempo,Time Signature\n";

    @TempDir
    Path directory;

    @BeforeEach
    void backup() throws IOException {
        Files.writeString(directory.resolve("Liked_Songs.csv"), HEADER + row(1) + row(2) + row(3));
        Files.writeString(directory.resolve("Warm_up.csv"), HEADER + row(3) + row(4) + row(3));
        Files.writeString(directory.resolve("Wind_down.csv"), HEADER + row(4) + row(5));
    }

    @Test
    void likedSongsAreDetectedInTheirOrder() {
        List<TrackDetected> detected = tracks("LIKED");

        assertThat(detected).extracting(TrackDetected::id).containsExactly(id(1), id(2), id(3));
        assertThat(detected).extracting(TrackDetected::source).containsOnly(DetectionSource.LIKED);
        assertThat(detected.getFirst().hint().title()).contains("Song 1");
    }

    @Test
    void trackThatStandsTwiceInAPlaylistIsDetectedOnceAtItsFirstPlace() {
        List<TrackDetected> detected = found(playlist("Warm_up"), Integer.MAX_VALUE);

        assertThat(detected).extracting(TrackDetected::id).containsExactly(id(3), id(4));
        assertThat(detected).extracting(TrackDetected::position).containsExactly(Optional.of(1), Optional.of(2));
        assertThat(detected).extracting(TrackDetected::playlist).containsOnly(Optional.of("Warm_up"));
    }

    @Test
    void playlistIsFoundByTheNameItsOwnerGaveIt() {
        assertThat(found(playlist("Warm up"), Integer.MAX_VALUE)).hasSize(2);
    }

    @Test
    void everythingIsDetectedOnceInHoweverManyFilesItStands() {
        List<TrackDetected> detected = tracks("BACKUP");

        assertThat(detected)
                .extracting(TrackDetected::id)
                .containsExactlyInAnyOrder(id(1), id(2), id(3), id(4), id(5))
                .startsWith(id(1), id(2), id(3));
        assertThat(detected)
                .filteredOn(track -> track.source() == DetectionSource.PLAYLIST)
                .extracting(TrackDetected::id)
                .containsExactlyInAnyOrder(id(4), id(5));
    }

    @Test
    void whatOnlyAnOlderExportHasIsNotDetected() throws IOException {
        Files.writeString(directory.resolve("Warm_up_2020-01-01.csv"), HEADER + row(9));

        assertThat(tracks("BACKUP")).extracting(TrackDetected::id).doesNotContain(id(9));
    }

    @Test
    void limitIsTheMostThatIsDetected() {
        assertThat(found(new Detection.WholeBackup(), 2)).hasSize(2);
    }

    @Test
    void namedTrackIsDetectedWithWhatTheBackupKnowsOfIt() {
        TrackDetected known = found(new Detection.Single(id(4)), 1).getFirst();
        TrackDetected unknown = found(new Detection.Single(id(9)), 1).getFirst();

        assertThat(known.source()).isEqualTo(DetectionSource.SINGLE);
        assertThat(known.hint().title()).contains("Song 4");
        assertThat(unknown.hint().title()).isEmpty();
        assertThat(unknown.hint().link()).isPresent();
    }

    @Test
    void askerLearnsWhichPlaylistsThereAre() {
        Findings findings = detector().find(playlist("Winter"), 10);

        assertThat(findings)
                .isEqualTo(new Findings.Nothing(
                        "the backup has no playlist \"Winter\"; it has \"Warm_up\", \"Wind_down\""));
    }

    @Test
    void requestThatMakesNoSenseIsRefusedWithItsReason() {
        assertThatThrownBy(() -> Detection.of(request("RADIO", Optional.empty(), Optional.empty())))
                .hasMessage(
                        "\"source\" must be one of [LIKED, NEWEST_LIKES, PLAYLIST, PLAYLISTS, BACKUP, CURRENT, SOUNDCLOUD_LIKES, SINGLE], not \"RADIO\"");
        assertThatThrownBy(() -> Detection.of(request("PLAYLIST", Optional.empty(), Optional.empty())))
                .hasMessage("\"playlist\" is missing");
        assertThatThrownBy(() -> Detection.of(request("LIKED", Optional.empty(), Optional.of(0))))
                .hasMessage("\"limit\" must be 1 or more, not 0");
    }

    private List<TrackDetected> tracks(String source) {
        return found(Detection.of(request(source, Optional.empty(), Optional.empty())), Integer.MAX_VALUE);
    }

    private static Detection playlist(String name) {
        return Detection.of(request("PLAYLIST", Optional.of(name), Optional.empty()));
    }

    private static Request request(String source, Optional<String> playlist, Optional<Integer> limit) {
        return new Request(source, playlist, Optional.empty(), limit);
    }

    private List<TrackDetected> found(Detection detection, int limit) {
        return switch (detector().find(detection, limit)) {
            case Findings.Tracks(List<TrackDetected> tracks) -> tracks;
            case Findings.Checked _, Findings.Asked _ -> throw new AssertionError("an export is asked for");
            case Findings.Nothing(String why) -> throw new AssertionError(why);
        };
    }

    private Detector detector() {
        return new Detector(Backup.at(directory).read(), NOW);
    }

    private static TrackId id(int number) {
        return TrackId.spotify("%022d".formatted(number));
    }

    private static String row(int number) {
        return "spotify:track:%022d,\"Song %d\",\"Album\",\"Artist\",2021,200000,1,false,,2025-11-26T15:44:37Z,\"\",\"\"\n"
                .formatted(number, number);
    }
}
