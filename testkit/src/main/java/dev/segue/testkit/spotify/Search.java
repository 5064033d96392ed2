package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.Track;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `GET /v1/search`: by ISRC, by title and artist, or by words. Thread-safe.
final class Search {

    private static final Map<String, String> PAGES = Map.of(
            "track", "tracks",
            "album", "albums",
            "artist", "artists",
            "playlist", "playlists",
            "show", "shows",
            "episode", "episodes",
            "audiobook", "audiobooks");
    private static final Pattern FILTER = Pattern.compile("(\\w+):(\"[^\"]*\"|\\S+)");
    private static final int USUAL = 5;
    private static final int MOST = 50;
    private static final int MOST_OF_NEW_APP = 10;
    private static final int LAST = 1000;

    private final Holdings holdings;
    private final Caller caller;
    private final Shop shop;

    Search(Holdings holdings, Caller caller) {
        this.holdings = holdings;
        this.caller = caller;
        this.shop = new Shop(holdings);
    }

    List<Endpoint> endpoints() {
        return List.of(caller.open("GET", "/v1/search", this::search));
    }

    private Answer search(Call call, Look look) {
        String query = call.parameter("q")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new Refusal(400, "No search query"));
        String types = call.parameter("type").orElseThrow(() -> new Refusal(400, "Missing parameter type"));
        Page page = Page.of(call, USUAL, look.development() ? MOST_OF_NEW_APP : MOST);
        if (page.offset() > LAST) {
            throw new Refusal(400, "Invalid offset");
        }
        List<Track> found = holdings.tracks().stream()
                .filter(track -> matches(track, query))
                .toList();
        ObjectNode body = Json.object();
        for (String type : types.split(",", -1)) {
            if (!PAGES.containsKey(type)) {
                throw new Refusal(400, "Bad search type field " + type);
            }
            body.set(PAGES.get(type), page(look, page, type, found));
        }
        return Answer.json(200, body);
    }

    private JsonNode page(Look look, Page page, String type, List<Track> found) {
        return switch (type) {
            case "track" -> page.show(found, track -> shop.song(look, track));
            case "album" ->
                page.show(
                        found.stream().map(Albums::id).distinct().toList(),
                        id -> Albums.simplified(look, shop.albumTracks(id)));
            case "artist" ->
                page.show(
                        found.stream()
                                .flatMap(track -> Artists.of(track).stream())
                                .distinct()
                                .toList(),
                        name -> Artists.full(look, name, List.of()));
            default -> page.show(List.<JsonNode>of(), Function.identity());
        };
    }

    private static boolean matches(Track track, String query) {
        Matcher filter = FILTER.matcher(query);
        while (filter.find()) {
            String wanted = filter.group(2).replace("\"", "");
            boolean matches = switch (filter.group(1)) {
                case "isrc" -> Songs.isrc(track).equalsIgnoreCase(wanted);
                case "track" -> contains(track.title().orElse(""), wanted);
                case "artist" -> contains(String.join("\n", Artists.of(track)), wanted);
                case "album" -> contains(Albums.title(track), wanted);
                default -> true;
            };
            if (!matches) {
                return false;
            }
        }
        String words = FILTER.matcher(query).replaceAll("").strip();
        String all = track.title().orElse("") + '\n' + String.join("\n", Artists.of(track));
        return List.of(words.split("\\s+", -1)).stream().allMatch(word -> contains(all, word));
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
