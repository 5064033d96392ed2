package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segue.library.fact.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of every format as data: a small file each in `spec/formats.json`, and what must come out of it.
class FormatsTest {

    private static final ObjectMapper JSON = Wire.json();

    @TempDir
    Path directory;

    /// @param rule   what the case is about
    /// @param file   the file's name
    /// @param lines  its text
    /// @param expect of `CsvFile` what matters, and `playlists` with all that matters of each track
    record Case(String rule, String file, List<String> lines, Map<String, Object> expect) {

        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream file = Objects.requireNonNull(FormatsTest.class.getResourceAsStream("/spec/formats.json"))) {
            return JSON.readValue(file, new TypeReference<List<Case>>() {}).stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFormatIsReadByItsRules(Case rule) {
        Csv.write(directory, rule.file(), String.join("\n", rule.lines()) + "\n");

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.files().getFirst().bad()).isEmpty();
        Map<String, Object> file =
                JSON.convertValue(library.files().getFirst(), new TypeReference<Map<String, Object>>() {});
        rule.expect().forEach((field, expected) -> {
            if (!field.equals("playlists")) {
                assertThat(file.get(field)).as(field).isEqualTo(expected);
            }
        });
        assertThat(playlists(library, rule)).isEqualTo(rule.expect().get("playlists"));
    }

    /// All playlists in order, each with its tracks, and of each track the fields that the case names.
    private static Map<String, List<Map<String, Object>>> playlists(CsvLibrary library, Case rule) {
        var found = new java.util.TreeMap<String, List<Map<String, Object>>>();
        Map<String, List<Map<String, Object>>> expected = JSON.convertValue(
                rule.expect().get("playlists"), new TypeReference<Map<String, List<Map<String, Object>>>>() {});
        for (String playlist : library.playlistNames()) {
            List<Map<String, Object>> wanted = expected.getOrDefault(playlist, List.of());
            List<Map<String, Object>> tracks = library.snapshots(playlist).getLast().tracks().stream()
                    .map(track -> JSON.convertValue(track, new TypeReference<Map<String, Object>>() {}))
                    .toList();
            found.put(
                    playlist,
                    java.util.stream.IntStream.range(0, tracks.size())
                            .mapToObj(at -> only(tracks.get(at), at < wanted.size() ? wanted.get(at) : Map.of()))
                            .toList());
        }
        return found;
    }

    private static Map<String, Object> only(Map<String, Object> track, Map<String, Object> wanted) {
        var some = new java.util.TreeMap<String, Object>();
        wanted.keySet().forEach(field -> some.put(field, flat(track, field)));
        return some;
    }

    private static Object flat(Map<String, Object> track, String field) {
        Object value = field.startsWith("features.")
                ? ((Map<?, ?>) Objects.requireNonNullElse(track.get("features"), Map.of()))
                        .get(field.substring("features.".length()))
                : track.get(field);
        return Objects.requireNonNullElse(value, "absent");
    }
}
