package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.Track;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Json;
import java.util.List;

/// Artists: known by nothing but their names, from which all else follows.
final class Artists {

    private static final int MOST_POPULAR = 101;

    private Artists() {}

    static String id(String name) {
        return Ids.of("artist", name);
    }

    /// Their names; a track without any has one.
    static List<String> of(Track track) {
        return track.artists().isEmpty() ? List.of("Various Artists") : track.artists();
    }

    static ObjectNode simplified(Look look, String name) {
        return Objects.named(look, "artist", id(name)).put("name", name);
    }

    static ArrayNode simplified(Look look, List<String> names) {
        ArrayNode artists = Json.array();
        names.forEach(name -> artists.add(simplified(look, name)));
        return artists;
    }

    /// @param genres of the artist's tracks
    static ObjectNode full(Look look, String name, List<String> genres) {
        ObjectNode artist = simplified(look, name);
        ArrayNode list = artist.putArray("genres");
        genres.forEach(list::add);
        artist.set("images", Objects.covers(id(name)));
        if (!look.development()) {
            artist.set("followers", Objects.followers(Ids.number("followers", name, 1_000_000)));
            artist.put("popularity", Ids.number("popularity", name, MOST_POPULAR));
        }
        return artist;
    }
}
