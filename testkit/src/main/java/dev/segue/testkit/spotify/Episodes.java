package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Json;
import java.util.List;

/// Podcast episodes, all of one show.
final class Episodes {

    private static final String SHOW = Ids.of("show", "The Stand-In Hour");
    private static final String SAID = "An invented episode.";
    private static final int LENGTH = 1_800_000;

    private Episodes() {}

    static ObjectNode full(Look look, String id) {
        ObjectNode episode = Objects.named(look, "episode", id)
                .put("description", SAID)
                .put("html_description", "<p>" + SAID + "</p>")
                .put("duration_ms", LENGTH)
                .put("explicit", false)
                .put("is_externally_hosted", false)
                .put("is_playable", true)
                .put("language", "en")
                .put("name", "Episode " + id.substring(0, 4))
                .put("release_date", "2026-01-13")
                .put("release_date_precision", "day");
        episode.putNull("audio_preview_url");
        episode.putArray("languages").add("en");
        episode.set("images", Objects.covers(id));
        episode.set("show", show(look));
        return episode;
    }

    private static ObjectNode show(Look look) {
        ObjectNode show = Objects.named(look, "show", SHOW)
                .put("description", SAID)
                .put("html_description", SAID)
                .put("explicit", false)
                .put("is_externally_hosted", false)
                .put("media_type", "audio")
                .put("name", "The Stand-In Hour")
                .put("publisher", look.development() ? "" : "Segue")
                .put("total_episodes", 1);
        List.of("available_markets", "copyrights").forEach(show::putArray);
        show.set("languages", Json.array().add("en"));
        show.set("images", Objects.covers(SHOW));
        return show;
    }
}
