package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioMatchTest {

    private static final Track NIGHT_BUS =
            Synced.track(1, "Night Bus", List.of("Mara Lind", "Tom O’Neil"), seconds(200), Optional.of("SEXYZ2100017"));

    @Test
    void theIsrcDecidesBeforeTheName() {
        InboxFile byCode = file("a.mp3", "Something else", "Somebody", 100, "se-xyz-21-00017");
        InboxFile byName = file("b.mp3", "Night Bus", "Mara Lind", 200, "");

        assertThat(find(byCode, byName)).containsExactly(byCode);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Night Bus   | Mara Lind                  | 200 | true
            night  bus! | MARA LIND                  | 200 | true
            Night Bus   | Mara Lind, Tom O'Neil      | 200 | true
            Night Bus   | Tom O'Neil & Mara Lind     | 200 | true
            Night Bus   | Mara Lind feat. Tom O'Neil | 200 | true
            Night Bus   | Mara Lind                  | 202 | true
            Night Bus   | Mara Lind                  | 206 | true
            Night Bus   | Mara Lind                  | 207 | false
            Night Bus   | Mara Lind                  | 30  | false
            Night Bus (Remix) | Mara Lind            | 200 | false
            Night Bus   | Mara Linden                | 200 | false
            """)
    void aFileIsTheTrackByTitleArtistAndLength(String title, String artist, int length, boolean same) {
        List<InboxFile> found = find(file("a.mp3", title, artist, length, ""));

        assertThat(found).hasSize(same ? 1 : 0);
    }

    @Test
    void anArtistWhoseNameHasASlashIsOneArtist() {
        Track track = Synced.track(1, "Thunderstruck", List.of("AC/DC"), seconds(292), Optional.empty());

        List<InboxFile> found =
                new AudioMatch(List.of(file("a.mp3", "Thunderstruck", "AC/DC", 292, ""))).find(track, file -> true);

        assertThat(found).hasSize(1);
    }

    @Test
    void severalFilesThatFitAreAllNamed() {
        List<InboxFile> found = find(
                file("a.mp3", "Night Bus", "Mara Lind", 200, ""), file("b.flac", "Night Bus", "Mara Lind", 201, ""));

        assertThat(found).extracting(InboxFile::name).containsExactly("a.mp3", "b.flac");
    }

    @Test
    void aFileThatServesAnotherTrackDoesNotCount() {
        InboxFile used = file("a.mp3", "Night Bus", "Mara Lind", 200, "SEXYZ2100017");
        InboxFile free = file("b.mp3", "Night Bus", "Mara Lind", 200, "");

        List<InboxFile> found = new AudioMatch(List.of(used, free)).find(NIGHT_BUS, file -> !file.equals(used));

        assertThat(found).containsExactly(free);
    }

    private static List<InboxFile> find(InboxFile... files) {
        return new AudioMatch(List.of(files)).find(NIGHT_BUS, file -> true);
    }

    private static InboxFile file(String name, String title, String artist, int length, String isrc) {
        return new InboxFile(
                name,
                new Stamp(1000, Instant.EPOCH),
                Optional.of(isrc).filter(code -> !code.isEmpty()),
                Optional.of(title),
                List.of(artist),
                Optional.of(seconds(length)),
                Optional.empty());
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
