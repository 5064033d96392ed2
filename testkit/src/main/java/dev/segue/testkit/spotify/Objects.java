package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Json;

/// The parts that objects of the web API have in common.
final class Objects {

    private static final int[] COVER_SIZES = {640, 300, 64};

    private Objects() {}

    /// `external_urls`, `href`, `id`, `type` and `uri`.
    ///
    /// @param type such as `track`
    static ObjectNode named(Look look, String type, String id) {
        ObjectNode object = Json.object();
        object.set("external_urls", Json.object().put("spotify", "https://open.spotify.com/" + type + "/" + id));
        return object.put("href", look.href("/" + type + "s/" + id))
                .put("id", id)
                .put("type", type)
                .put("uri", "spotify:" + type + ":" + id);
    }

    static ArrayNode covers(String id) {
        ArrayNode images = Json.array();
        for (int size : COVER_SIZES) {
            images.addObject()
                    .put("url", "https://i.scdn.co/image/" + Ids.of("image" + size, id))
                    .put("height", size)
                    .put("width", size);
        }
        return images;
    }

    static ArrayNode markets() {
        return Json.array().add("AT").add("CH").add("DE").add("GB").add("US");
    }

    static ObjectNode followers(int total) {
        ObjectNode followers = Json.object();
        followers.putNull("href");
        return followers.put("total", total);
    }
}
