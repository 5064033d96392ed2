package dev.segue.detection.soundcloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.AudioFeatures;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tracks as the API writes them. What is missing is absent.
final class TrackJson {

    private static final Pattern URN = Pattern.compile("soundcloud:tracks:(\\d{1,19})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");
    private static final Pattern TAG = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final int MOST_TAGS = 20;

    private TrackJson() {}

    /// The track in `json`; empty if it has no id or no title.
    static Optional<Track> track(JsonNode json) {
        return id(json).flatMap(id -> UploadTitle.of(
                        json.path("title").asText(""),
                        json.path("metadata_artist").asText(""),
                        json.path("user").path("username").asText(""))
                .map(names -> track(id, names, json)));
    }

    private static Track track(TrackId id, UploadTitle names, JsonNode json) {
        return new Track(
                id,
                Optional.of(names.title()),
                names.artist().stream().toList(),
                Optional.empty(),
                number(json, "duration").filter(length -> length > 0).map(Duration::ofMillis),
                released(json),
                text(json, "isrc").map(code -> code.replace("-", "").toUpperCase(Locale.ROOT)),
                Optional.empty(),
                Optional.empty(),
                text(json, "label_name"),
                genres(json),
                text(json, "permalink_url").flatMap(TrackJson::page),
                Optional.empty(),
                tempo(json));
    }

    /// The number at the end of the urn; an old answer has the number alone.
    private static Optional<TrackId> id(JsonNode json) {
        Matcher urn = URN.matcher(json.path("urn").asText(""));
        Optional<String> number = urn.matches() ? Optional.of(urn.group(1)) : text(json, "id");
        return number.filter(key -> NUMBER.matcher(key).matches())
                .map(key -> new TrackId(TrackId.Source.SOUNDCLOUD, key));
    }

    private static Optional<ReleaseDate> released(JsonNode json) {
        Optional<Integer> year = number(json, "release_year").filter(value -> value > 0 && value <= 9999);
        Optional<Integer> month = number(json, "release_month");
        Optional<Integer> day = number(json, "release_day");
        return year.flatMap(y -> month.flatMap(m -> day.flatMap(d -> date("%04d-%02d-%02d".formatted(y, m, d))))
                .or(() -> month.flatMap(m -> date("%04d-%02d".formatted(y, m))))
                .or(() -> date("%04d".formatted(y))));
    }

    private static Optional<ReleaseDate> date(String text) {
        return ReleaseDate.parse(text);
    }

    /// The genre, and the tags, which are parted by blanks unless they are quoted. Those of machines are left out.
    private static List<String> genres(JsonNode json) {
        var genres = new ArrayList<String>();
        text(json, "genre").ifPresent(genres::add);
        Matcher tag = TAG.matcher(json.path("tag_list").asText(""));
        while (tag.find() && genres.size() < MOST_TAGS) {
            String text = Optional.ofNullable(tag.group(1)).orElse(tag.group()).strip();
            boolean known = genres.stream().anyMatch(text::equalsIgnoreCase);
            if (!text.isEmpty() && !text.contains("=") && !known) {
                genres.add(text);
            }
        }
        return genres;
    }

    /// Without what counts who came from where.
    private static Optional<String> page(String address) {
        String page = address.replaceFirst("[?#].*", "");
        try {
            return Optional.of(page)
                    .filter(text -> "https".equals(URI.create(text).getScheme())
                            && "soundcloud.com".equals(URI.create(text).getHost()));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    private static Optional<AudioFeatures> tempo(JsonNode json) {
        Optional<Double> tempo = Optional.of(json.path("bpm"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble)
                .filter(beats -> beats > 0);
        return tempo.map(beats -> new AudioFeatures(
                tempo,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.of(json.path(field).asText("").strip())
                .filter(text -> !text.isEmpty() && !json.path(field).isNull());
    }

    private static Optional<Integer> number(JsonNode json, String field) {
        return Optional.of(json.path(field)).filter(JsonNode::canConvertToInt).map(JsonNode::asInt);
    }
}
