package dev.segue.library.csv;

import java.util.List;

/// What a cell says about a track, under all labels that exporters give it (lower case).
enum Column {
    ID("track uri"),
    TITLE("track name"),
    ALBUM("album name"),
    ARTISTS("artist name(s)"),
    RELEASE_DATE("release date", "album release date"),
    DURATION("duration (ms)", "track duration (ms)"),
    POPULARITY("popularity"),
    EXPLICIT("explicit"),
    ISRC("isrc"),
    ADDED_AT("added at"),
    GENRES("genres", "artist genres"),
    LABEL("record label", "label"),
    DANCEABILITY("danceability"),
    ENERGY("energy"),
    KEY("key"),
    LOUDNESS("loudness"),
    MODE("mode"),
    SPEECHINESS("speechiness"),
    ACOUSTICNESS("acousticness"),
    INSTRUMENTALNESS("instrumentalness"),
    LIVENESS("liveness"),
    VALENCE("valence"),
    TEMPO("tempo"),
    TIME_SIGNATURE("time signature");

    private final List<String> labels;

    Column(String... labels) {
        this.labels = List.of(labels);
    }

    List<String> labels() {
        return labels;
    }
}
