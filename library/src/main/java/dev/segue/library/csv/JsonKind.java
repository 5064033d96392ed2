package dev.segue.library.csv;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The kinds of things that are listed in JSON, and where each says what. The cells are those of [#HEADER].
enum JsonKind {
    /// a song of spotDL
    SONG(
            Map.ofEntries(
                    Map.entry(Column.ID, "song_id"),
                    Map.entry(Column.URL, "url"),
                    Map.entry(Column.TITLE, "name"),
                    Map.entry(Column.ALBUM, "album_name"),
                    Map.entry(Column.EXPLICIT, "explicit"),
                    Map.entry(Column.POPULARITY, "popularity"),
                    Map.entry(Column.ISRC, "isrc"),
                    Map.entry(Column.LABEL, "publisher"),
                    Map.entry(Column.PLAYLIST, "list_name")),
            Map.of(
                    Column.ARTISTS, item -> item.at("artists", "artist"),
                    Column.RELEASE_DATE, item -> item.at("date", "year"),
                    Column.LENGTH, item -> seconds(item.at("duration")),
                    Column.GENRES, item -> item.at("genres").replace(JsonItem.BETWEEN, ',')),
            Set.of("artists", "artist", "date", "year", "duration", "genres")),
    /// a liked track in Spotify's own copy
    LIKED(
            Map.of(Column.ID, "uri", Column.TITLE, "track", Column.ARTISTS, "artist", Column.ALBUM, "album"),
            Map.of(Column.TYPE, _ -> "Favorite"),
            Set.of()),
    /// a saved album, there or in spotify-backup
    ALBUM(
            Map.of(Column.ARTISTS, "artist"),
            Map.of(
                    Column.ID, item -> item.at("uri", "album.uri"),
                    Column.TITLE, item -> item.at("album", "album.name"),
                    Column.TYPE, _ -> "Album"),
            Set.of("uri", "album.uri", "album", "album.name")),
    /// a followed artist there
    ARTIST(Map.of(Column.ID, "uri", Column.TITLE, "name"), Map.of(Column.TYPE, _ -> "Artist"), Set.of()),
    /// a saved episode there
    EPISODE(Map.of(Column.ID, "uri", Column.TITLE, "name"), Map.of(Column.TYPE, _ -> RowReading.EPISODE), Set.of()),
    /// an entry of a playlist there
    ITEM(
            Map.of(
                    Column.TITLE, "track.trackName",
                    Column.ARTISTS, "track.artistName",
                    Column.ALBUM, "track.albumName",
                    Column.ADDED_AT, "addedDate"),
            Map.of(
                    Column.ID,
                    item -> item.at("track.trackUri", "localTrack.uri", "episode.episodeUri"),
                    Column.TYPE,
                    JsonKind::typeOfItem),
            Set.of(
                    "track.trackUri",
                    "localTrack.uri",
                    "episode.episodeUri",
                    "episode.episodeName",
                    "audiobook.audiobookUri",
                    "audiobook.audiobookName")),
    /// an entry of a playlist in spotify-backup: what the web API says
    API_TRACK(
            Map.of(
                    Column.ID, "track.uri",
                    Column.TITLE, "track.name",
                    Column.ARTISTS, "track.artists.name",
                    Column.ALBUM, "track.album.name",
                    Column.RELEASE_DATE, "track.album.release_date",
                    Column.DURATION, "track.duration_ms",
                    Column.EXPLICIT, "track.explicit",
                    Column.POPULARITY, "track.popularity",
                    Column.ISRC, "track.external_ids.isrc",
                    Column.ADDED_AT, "added_at"),
            Map.of(),
            Set.of());

    private static final List<Column> COLUMNS = List.of(
            Column.ID,
            Column.URL,
            Column.TITLE,
            Column.ARTISTS,
            Column.ALBUM,
            Column.RELEASE_DATE,
            Column.DURATION,
            Column.LENGTH,
            Column.EXPLICIT,
            Column.POPULARITY,
            Column.ISRC,
            Column.LABEL,
            Column.GENRES,
            Column.ADDED_AT,
            Column.TYPE,
            Column.PLAYLIST);

    static final Header HEADER = Header.of(COLUMNS.toArray(Column[]::new));

    private final Map<Column, String> paths;
    private final Map<Column, Function<JsonItem, String>> made;
    private final Set<String> wanted;

    /// @param paths where a cell stands
    /// @param made  cells that are made of several values
    /// @param more  the paths of those
    JsonKind(Map<Column, String> paths, Map<Column, Function<JsonItem, String>> made, Set<String> more) {
        this.paths = paths;
        this.made = made;
        this.wanted = Stream.concat(paths.values().stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// The paths of all that matters.
    Set<String> wanted() {
        return wanted;
    }

    /// The cells of `item`.
    List<String> cells(JsonItem item) {
        return COLUMNS.stream().map(column -> cell(item, column).strip()).toList();
    }

    private String cell(JsonItem item, Column column) {
        Function<JsonItem, String> maker = made.get(column);
        if (maker != null) {
            return maker.apply(item);
        }
        String path = paths.get(column);
        return path == null ? "" : item.at(path);
    }

    private static String seconds(String duration) {
        return duration.isEmpty() ? duration : duration + 's';
    }

    private static String typeOfItem(JsonItem item) {
        boolean spoken = !item.at("episode.episodeName", "audiobook.audiobookUri", "audiobook.audiobookName")
                .isEmpty();
        return spoken ? RowReading.EPISODE : "";
    }
}
