package dev.segue.detection.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.detection.Playing;
import dev.segue.library.AudioFeatures;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tracks as the web API writes them. What is missing is absent.
final class TrackJson {

    private TrackJson() {}

    /// The track in `json`, under the id that it was asked by: the API may show another one in its place.
    static Track track(TrackId id, JsonNode json, Optional<Instant> addedAt) {
        JsonNode album = json.path("album");
        return new Track(
                id,
                text(json, "name"),
                names(json.path("artists")),
                text(album, "name"),
                integer(json, "duration_ms").filter(length -> length > 0).map(Duration::ofMillis),
                text(album, "release_date").flatMap(ReleaseDate::parse),
                text(json.path("external_ids"), "isrc").map(code -> code.toUpperCase(Locale.ROOT)),
                Optional.of(json.path("explicit")).filter(JsonNode::isBoolean).map(JsonNode::asBoolean),
                integer(json, "popularity"),
                text(album, "label"),
                List.of(),
                id.link(),
                addedAt,
                Optional.empty());
    }

    /// The track of an entry of a list; empty for what is none.
    static Optional<Track> entry(JsonNode entry) {
        JsonNode item = entry.path("item").isObject() ? entry.path("item") : entry.path("track");
        if (!item.isObject() || !item.path("type").asText("track").equals("track")) {
            return Optional.empty();
        }
        return id(item).map(id -> track(id, item, moment(entry.path("added_at"))));
    }

    private static Optional<TrackId> id(JsonNode item) {
        String uri = item.path("uri").asText("");
        return uri.startsWith("spotify:local:")
                ? Optional.of(TrackId.local(uri))
                : TrackId.ofSpotifyUri(item.path("id").asText(""));
    }

    /// What plays; an empty object is nothing.
    static Playing playing(JsonNode json) {
        if (json.isEmpty()) {
            return new Playing.Nothing();
        }
        JsonNode item = json.path("item");
        Duration progress =
                Duration.ofMillis(Math.max(0, json.path("progress_ms").asLong(0)));
        boolean moving = json.path("is_playing").asBoolean(false);
        return id(item).filter(id -> id.source() == TrackId.Source.SPOTIFY)
                .filter(_ -> item.path("type").asText("track").equals("track"))
                .<Playing>map(id -> new Playing.Song(track(id, item, Optional.empty()), progress, moving))
                .orElseGet(Playing.Other::new);
    }

    /// How a track sounds; empty if that was not analysed.
    static Optional<AudioFeatures> features(JsonNode json) {
        var features = new AudioFeatures(
                decimal(json, "tempo"),
                integer(json, "key"),
                integer(json, "mode"),
                decimal(json, "energy"),
                decimal(json, "danceability"),
                decimal(json, "valence"),
                decimal(json, "loudness"),
                decimal(json, "acousticness"),
                decimal(json, "instrumentalness"),
                decimal(json, "liveness"),
                decimal(json, "speechiness"),
                integer(json, "time_signature"));
        return Optional.of(features).filter(AudioFeatures::analysed);
    }

    private static List<String> names(JsonNode artists) {
        return artists.valueStream()
                .flatMap(artist -> text(artist, "name").stream())
                .toList();
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.of(json.path(field).asText("").strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<Integer> integer(JsonNode json, String field) {
        return Optional.of(json.path(field)).filter(JsonNode::canConvertToInt).map(JsonNode::asInt);
    }

    private static Optional<Double> decimal(JsonNode json, String field) {
        return Optional.of(json.path(field)).filter(JsonNode::isNumber).map(JsonNode::asDouble);
    }

    private static Optional<Instant> moment(JsonNode json) {
        try {
            return json.isTextual() ? Optional.of(Instant.parse(json.asText())) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
