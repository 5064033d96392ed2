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
import org.junit.jupiter.params.provider.MethodSource;

/// Real exports, if there are some: `-Dsegue.corpus=DIRECTORY` with a `manifest.json` of what must come out.
@EnabledIfSystemProperty(named = "segue.corpus", matches = "[^$].*")
class CorpusTest {

    private static final Set<String> READ = Set.of("P25", "P25b", "W22");

    static Stream<Map<String, Object>> exports() throws IOException {
        TypeReference<List<Map<String, Object>>> type = new TypeReference<>() {};
        List<Map<String, Object>> manifest =
                new ObjectMapper().readValue(corpus().resolve("manifest.json").toFile(), type);
        return manifest.stream().filter(export -> READ.contains(String.valueOf(export.get("format"))));
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
        assertThat(file.skipped().getOrDefault(CsvFile.Skipped.EPISODE, 0)).isEqualTo(export.get("episodes"));
        assertThat(file.skipped().getOrDefault(CsvFile.Skipped.REMOVED, 0)).isEqualTo(export.get("undefined_rows"));
        assertThat(locals(library)).isEqualTo(export.get("local"));
        assertThat(header(path).size()).isEqualTo(export.get("columns"));
        assertThat(file.kept()).isEqualTo(listOf(library).tracks().size());
    }

    /// Artists of a release that Spotify has withdrawn have no names.
    @ParameterizedTest
    @MethodSource("exports")
    void artistsAreAsManyAsTheirUris(Map<String, Object> export) throws IOException {
        if (!"W22".equals(export.get("format"))) {
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

    private static int locals(CsvLibrary library) {
        return (int) listOf(library).tracks().stream()
                .filter(id -> id.toString().startsWith("local:"))
                .count();
    }

    private static CsvPlaylist listOf(CsvLibrary library) {
        return library.liked().orElseGet(() -> library.playlists().getFirst());
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
