package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Json;
import java.util.Set;

/// People: the one who has this library, and owners of playlists.
final class Users {

    private Users() {}

    /// As in a playlist entry.
    static ObjectNode reference(Look look, String id) {
        return Objects.named(look, "user", id);
    }

    /// As the owner of a playlist.
    static ObjectNode owner(Look look, String id) {
        return reference(look, id).put("display_name", id.equals(Spotify.USER) ? "Segue Demo" : id);
    }

    static ObjectNode profile(Look look, String id) {
        ObjectNode user = owner(look, id);
        user.set("images", Json.array());
        if (!look.development()) {
            user.set("followers", Objects.followers(0));
        }
        return user;
    }

    /// The caller's own, as far as the scopes go.
    static ObjectNode me(Look look, Set<String> scopes) {
        ObjectNode user = profile(look, Spotify.USER).put("account_id", Ids.of("account", Spotify.USER));
        if (!look.development() && scopes.contains("user-read-private")) {
            user.put("country", "DE").put("product", "premium");
            user.set(
                    "explicit_content",
                    Json.object().put("filter_enabled", false).put("filter_locked", false));
        }
        if (!look.development() && scopes.contains("user-read-email")) {
            user.put("email", "demo@segue.invalid");
        }
        return user;
    }
}
