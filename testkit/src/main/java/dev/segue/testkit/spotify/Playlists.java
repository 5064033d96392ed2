package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Refusal;
import dev.segue.testkit.standin.oauth.Access;
import java.util.List;
import java.util.Map;

/// Playlists and what is in them. Thread-safe.
///
/// New apps see the entries of playlists that the person owns or works on, and no others; they know them as `items`
/// with an `item` each, where old apps see `tracks` with a `track`, too.
final class Playlists {

    private static final String READ = "playlist-read-private";
    private static final String NOT_FOUND = "Resource not found";
    private static final int USUAL = 20;
    private static final int MOST = 50;
    private static final int MOST_ENTRIES = 100;

    private final Holdings holdings;
    private final Caller caller;
    private final PlaylistView view;

    Playlists(Holdings holdings, Caller caller) {
        this.holdings = holdings;
        this.caller = caller;
        this.view = new PlaylistView(holdings);
    }

    List<Endpoint> endpoints() {
        return List.of(
                caller.personal("GET", "/v1/me/playlists", READ, (call, look) -> list(call, look, Spotify.USER)),
                caller.open("GET", "/v1/playlists/{id}", this::playlist),
                caller.open("GET", "/v1/playlists/{id}/items", this::items),
                caller.old("GET", "/v1/playlists/{id}/tracks", this::tracks),
                caller.open("GET", "/v1/playlists/{id}/images", this::images),
                caller.old(
                        "GET",
                        "/v1/users/{id}",
                        (call, look) -> Answer.json(200, Users.profile(look, call.place("id")))),
                caller.old("GET", "/v1/users/{id}/playlists", (call, look) -> list(call, look, call.place("id"))));
    }

    private Answer list(Call call, Look look, String user) {
        boolean own = user.equals(Spotify.USER);
        List<Playlist> shown = holdings.playlists().stream()
                .filter(playlist -> own || (playlist.owner().equals(user) && playlist.open()))
                .toList();
        return Answer.json(200, Page.of(call, USUAL, MOST).show(shown, playlist -> view.simplified(look, playlist)));
    }

    private Answer playlist(Call call, Look look) {
        Playlist playlist = find(call);
        ObjectNode shown = view.full(look, playlist);
        if (mayRead(call, playlist)) {
            String entries = look.development() ? "/items" : "/tracks";
            var page = new Page(call.origin() + call.path() + entries, Map.of(), 0, MOST_ENTRIES);
            ObjectNode first = page.show(playlist.entries(), entry -> view.entry(look, playlist, entry));
            shown.set("items", first);
            if (!look.development()) {
                shown.set("tracks", first);
            }
        }
        return Answer.json(200, picked(call, shown));
    }

    /// 50 at once, though who asks for up to 100 is not refused: so people report, while the OpenAPI document says 50.
    private Answer items(Call call, Look look) {
        return entries(call, look, Page.of(call, USUAL, MOST_ENTRIES).atMost(MOST));
    }

    private Answer tracks(Call call, Look look) {
        return entries(call, look, Page.of(call, USUAL, MOST_ENTRIES));
    }

    private Answer entries(Call call, Look look, Page page) {
        Playlist playlist = find(call);
        if (!mayRead(call, playlist)) {
            throw new Refusal(403, "Forbidden");
        }
        return Answer.json(
                200, picked(call, page.show(playlist.entries(), entry -> view.entry(look, playlist, entry))));
    }

    private Answer images(Call call, Look look) {
        return Answer.json(200, view.full(look, find(call)).get("images"));
    }

    private static JsonNode picked(Call call, ObjectNode whole) {
        return call.parameter("fields")
                .map(fields -> Fields.parse(fields).of(whole))
                .orElse(whole);
    }

    /// @throws Refusal 404 if the caller may not even know of it
    private Playlist find(Call call) {
        Playlist playlist =
                holdings.playlist(Caller.id(call.place("id"))).orElseThrow(() -> new Refusal(404, NOT_FOUND));
        boolean spotifysOwn = playlist.owner().equals("spotify");
        boolean hidden = !playlist.open() && !isOwn(call, playlist);
        if (hidden || (caller.mode().development() && spotifysOwn)) {
            throw new Refusal(404, NOT_FOUND);
        }
        return playlist;
    }

    private boolean mayRead(Call call, Playlist playlist) {
        return isOwn(call, playlist) || (playlist.open() && !caller.mode().development());
    }

    private boolean isOwn(Call call, Playlist playlist) {
        Access access = caller.access(call);
        boolean involved = playlist.owner().equals(Spotify.USER) || playlist.collaborative();
        return access.user() && involved && (playlist.open() || access.scopes().contains(READ));
    }
}
