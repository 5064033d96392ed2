package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segue.library.Track;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Real exports, if there are some: `-Dsegue.corpus=DIRECTORY` with a `manifest.json` of what must come out.
@EnabledIfSystemProperty(named = "segue.corpus", matches = "[^$].*")
class CorpusTest {

    private static final Set<String> NOT_CSV = Set.of("JSON", "B");
    /// these give names without URIs beside them
    private static final Set<String> COUNTED = Set.of("W21", "W22", "W24i");

    static Stream<Map<String, Object>> exports() throws IOException {
        TypeReference<List<Map<String, Object>>> type = new TypeReference<>() {};
        List<Map<String, Object>> manifest =
                new ObjectMapper().readValue(corpus().resolve("manifest.json").toFile(), type);
        return manifest.stream().filter(export -> !NOT_CSV.contains(String.valueOf(export.get("format"))));
    }

    @ParameterizedTest
    @CsvSource({
        "spotdl/playlist.spotdl, D, 48",
        "spotify-backup-txt/spotify_playlists.txt, B, 3645",
        "spotify-gdpr/Playlist1_2025.json, G, 38",
        "spotify-gdpr/YourLibrary_2019.json, G, 146",
        "spotify-gdpr/YourLibrary_2025.json, G, 284"
    })
    void whatIsNotCsvIsReadToo(String path, String format, int rows) {
        CsvFile file = Backup.at(corpus().resolve(path)).read().files().getFirst();

        assertThat(file.format()).isEqualTo(format);
        System.out.println(file);
        assertThat(file.bad()).isEmpty();
        assertThat(file.truncated()).isFalse();
        assertThat(file.rows()).isEqualTo(rows);
        assertThat(file.kept()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("exports")
    void everyRealExportGivesWhatTheManifestSays(Map<String, Object> export) throws IOException {
        Path path = corpus().resolve(String.valueOf(export.get("file")));

        CsvLibrary library = Backup.at(path).read();

        CsvFile file = library.files().getFirst();
        assertThat(file.format()).isEqualTo(export.get("format"));
        assertThat(file.rows()).isEqualTo(export.get("rows"));
        assertThat(file.bad()).isEmpty();
        assertThat(file.truncated()).isFalse();
        assertThat(skipped(file, CsvFile.Skipped.EPISODE)).isEqualTo(export.get("episodes"));
        assertThat(skipped(file, CsvFile.Skipped.LOCAL)).isEqualTo(export.get("local"));
        if (!"T".equals(export.get("format"))) {
            assertThat(skipped(file, CsvFile.Skipped.REMOVED)).isEqualTo(export.get("undefined_rows"));
        }
        assertThat(header(path).size()).isEqualTo(export.get("columns"));
        int all = file.skipped().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(file.kept() + all).isEqualTo(file.rows());
    }

    private static int skipped(CsvFile file, CsvFile.Skipped kind) {
        return file.skipped().getOrDefault(kind, 0);
    }

    /// Artists of a release that Spotify has withdrawn have no names.
    @ParameterizedTest
    @MethodSource("exports")
    void artistsAreAsManyAsTheirUris(Map<String, Object> export) throws IOException {
        if (!COUNTED.contains(String.valueOf(export.get("format")))) {
            return;
        }
        Path path = corpus().resolve(String.valueOf(export.get("file")));
        CsvLibrary library = Backup.at(path).read();

        long wrong = rows(path).stream()
                .filter(row ->
                        row.get(2).startsWith("spotify:artist:") && !row.get(3).isBlank())
                .filter(row ->
                        track(library, row.get(0)).orElseThrow().artists().size()
                                != row.get(2).split(", ", -1).length)
                .count();

        assertThat(wrong)
                .isEqualTo(((Number) Objects.requireNonNull(export.get("artist_split_escaped_wrong"))).longValue());
    }

    private static Optional<Track> track(CsvLibrary library, String uri) {
        return dev.segue.library.TrackId.ofSpotifyUri(uri)
                .flatMap(library::find)
                .map(CsvEntry::track);
    }

    private static CSVRecord header(Path path) throws IOException {
        try (Reader text = Files.newBufferedReader(path)) {
            return CSVFormat.DEFAULT.parse(text).iterator().next();
        }
    }

    private static List<CSVRecord> rows(Path path) throws IOException {
        try (Reader text = Files.newBufferedReader(path)) {
            return CSVFormat.DEFAULT.parse(text).stream().skip(1).toList();
        }
    }

    private static Path corpus() {
        Path given = Path.of(System.getProperty("segue.corpus", ""));
        return Files.exists(given.resolve("csv")) ? given.resolve("csv") : given;
    }
}
