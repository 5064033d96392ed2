package dev.segue.local.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One track as a person finds it in a catalogue, whichever that is: values as text, and places in playlists.
///
/// @param values by column; what is absent is not in it
/// @param places such as `Warm up: 3`, in order
record LibraryRow(SortedMap<String, String> values, List<String> places) {

    private static final List<String> COLUMNS = List.of(
            "title",
            "artists",
            "album",
            "release_date",
            "duration_ms",
            "isrc",
            "explicit",
            "popularity",
            "label",
            "genres",
            "tempo",
            "key",
            "mode",
            "energy",
            "danceability",
            "valence",
            "loudness",
            "acousticness",
            "instrumentalness",
            "liveness",
            "speechiness",
            "time_signature",
            "link",
            "added_at",
            "liked",
            "provenance",
            "complete",
            "duplicate_of");

    /// As Notion calls those that it does not call after the column.
    private static final Map<String, String> CALLED =
            Map.of("duration_ms", "Duration (ms)", "isrc", "ISRC", "added_at", "Added at");

    /// A box that is not ticked: Notion knows no third state.
    private static final String NO = "0.0";

    static SortedMap<String, LibraryRow> sqlite(Path file) throws SQLException {
        var rows = new TreeMap<String, LibraryRow>();
        try (Connection catalogue = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = catalogue.createStatement()) {
            Map<String, List<String>> places = places(statement);
            try (ResultSet row = statement.executeQuery("select * from tracks")) {
                while (row.next()) {
                    String id = row.getString("id");
                    rows.put(id, new LibraryRow(values(row), places.getOrDefault(id, List.of())));
                }
            }
        }
        return rows;
    }

    private static SortedMap<String, String> values(ResultSet row) throws SQLException {
        var values = new TreeMap<String, String>();
        for (String column : COLUMNS) {
            Object value = row.getObject(column);
            if (value != null) {
                values.put(column, plain(column, value));
            }
        }
        values.remove("explicit", NO);
        return values;
    }

    private static Map<String, List<String>> places(Statement statement) throws SQLException {
        var places = new TreeMap<String, List<String>>();
        try (ResultSet row = statement.executeQuery(
                "select track_id, playlist, position from playlist_tracks order by playlist, position")) {
            while (row.next()) {
                places.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                        .add(row.getString(2) + ": " + row.getInt(3));
            }
        }
        places.values().forEach(some -> some.sort(null));
        return places;
    }

    /// @param playlists names by the ids of their pages
    static SortedMap<String, LibraryRow> notion(List<JsonNode> pages, Map<String, String> playlists) {
        var rows = new TreeMap<String, LibraryRow>();
        for (JsonNode page : pages) {
            String id = NotionWorkspace.text(page, "Spotify ID");
            List<String> places = NotionWorkspace.text(page, "Places")
                    .lines()
                    .flatMap(LibraryRow::each)
                    .sorted()
                    .toList();
            List<String> related = page.at("/properties/Playlists/relation")
                    .valueStream()
                    .map(one -> playlists.getOrDefault(one.path("id").asText(), "no page"))
                    .sorted()
                    .toList();
            if (!related.equals(places.stream()
                    .map(place -> place.substring(0, place.lastIndexOf(": ")))
                    .distinct()
                    .toList())) {
                throw new AssertionError(id + " is related to " + related + " and has its places in " + places);
            }
            rows.put(id.contains(":") ? id : "spotify:" + id, new LibraryRow(values(page), places));
        }
        return rows;
    }

    /// `Warm up: 3, 17` as two places.
    private static Stream<String> each(String line) {
        int colon = line.lastIndexOf(": ");
        return Stream.of(line.substring(colon + 2).split(", ", -1))
                .map(position -> line.substring(0, colon + 2) + position);
    }

    private static SortedMap<String, String> values(JsonNode page) {
        var values = new TreeMap<String, String>();
        for (String column : COLUMNS) {
            String words = column.replace('_', ' ');
            String name =
                    CALLED.getOrDefault(column, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
            JsonNode cell = page.path("properties").path(name);
            String text = shown(cell.path(cell.path("type").asText()));
            if (!text.isEmpty()) {
                values.put(column, plain(column, text));
            }
        }
        values.remove("explicit", NO);
        return values;
    }

    private static String shown(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream()
                    .map(one -> one.path("plain_text").asText(one.path("name").asText()))
                    .collect(Collectors.joining(value.path(0).has("color") ? ", " : ""));
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "1" : "0";
        }
        return value.isObject() ? value.path("start").asText() : value.asText("");
    }

    /// Numbers alike, however they are written; times to the minute, as Notion has them.
    private static String plain(String column, Object value) {
        String text = value.toString();
        if (column.equals("added_at")) {
            return text.substring(0, "2026-01-13T18:02".length());
        }
        return text.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?")
                        && !column.equals("title")
                        && !column.equals("release_date")
                ? Double.toString(Double.parseDouble(text))
                : text;
    }
}
