package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.CsvExport;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.oauth.Tokens;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The control endpoints that only Spotify has. Thread-safe.
final class Controls {

    private final Holdings holdings;
    private final Player player;
    private final Shifts shifts;
    private final Consent consent;
    private final Tokens tokens;
    private final InstantSource clock;

    Controls(Holdings holdings, Player player, Shifts shifts, Consent consent, Tokens tokens, InstantSource clock) {
        this.holdings = holdings;
        this.player = player;
        this.shifts = shifts;
        this.consent = consent;
        this.tokens = tokens;
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of("PUT", "/__control/library", this::library),
                Endpoint.of("POST", "/__control/entries", this::change),
                Endpoint.of("POST", "/__control/shifts", this::shift),
                Endpoint.of("DELETE", "/__control/tracks/{id}", this::forget),
                Endpoint.of("PUT", "/__control/now-playing", this::nowPlaying),
                Endpoint.of("PUT", "/__control/consent", this::consent),
                Endpoint.of("DELETE", "/__control/tokens", _ -> revoke()));
    }

    private Answer library(Call call) {
        CsvExport export = CsvExport.of(call.body());
        Optional<String> name = call.parameter("playlist");
        if (name.isEmpty()) {
            holdings.setLiked(export);
            return Answer.json(200, Json.object().put("tracks", export.tracks().size()));
        }
        Playlist playlist = holdings.setPlaylist(name.get(), export, described(call));
        return Answer.json(
                200,
                Json.object()
                        .put("tracks", export.tracks().size())
                        .put("id", playlist.id())
                        .put("snapshot_id", playlist.snapshotId()));
    }

    private static UnaryOperator<Playlist> described(Call call) {
        return playlist -> playlist.of(
                call.parameter("owner").orElse(playlist.owner()),
                call.parameter("public").map(Boolean::parseBoolean).orElse(playlist.open()),
                call.parameter("collaborative").map(Boolean::parseBoolean).orElse(playlist.collaborative()));
    }

    private Answer change(Call call) {
        change(call.json());
        return Answer.done();
    }

    private Answer shift(Call call) {
        JsonNode json = call.json();
        shifts.plan(json, () -> change(json));
        return Answer.done();
    }

    /// `{"playlist": NAME, "insert": "track" | "local" | "episode" | "removed", "id": ID, "at": 0}` or
    /// `{"playlist": NAME, "remove": 0}`; without `playlist` the liked songs.
    private void change(JsonNode json) {
        Optional<String> playlist =
                json.hasNonNull("playlist") ? Optional.of(json.get("playlist").asText()) : Optional.empty();
        holdings.change(playlist, entries -> {
            List<Entry> changed = new ArrayList<>(entries);
            if (json.has("remove")) {
                changed.remove(json.get("remove").asInt());
            } else {
                changed.add(json.path("at").asInt(0), entry(json));
            }
            return changed;
        });
    }

    private Entry entry(JsonNode json) {
        String id = json.path("id").asText("");
        Entry.Item item = switch (json.path("insert").asText("")) {
            case "track" -> new Entry.Item.Song(known(id));
            case "local" -> LocalFiles.named(id.isEmpty() ? "Somebody:Somewhere:Some Song:123" : id);
            case "episode" -> new Entry.Item.Episode(Ids.of("episode", id));
            case "removed" -> new Entry.Item.Removed();
            default ->
                throw new IllegalArgumentException("insert is track, local, episode or removed; or remove an index");
        };
        return new Entry(Optional.of(clock.instant().truncatedTo(ChronoUnit.SECONDS)), item);
    }

    private String known(String id) {
        if (holdings.track(id).isEmpty()) {
            throw new IllegalArgumentException("no track \"" + id + "\" here");
        }
        return id;
    }

    private Answer forget(Call call) {
        holdings.forget(known(call.place("id")));
        return Answer.done();
    }

    private Answer nowPlaying(Call call) {
        player.play(call.json());
        return Answer.done();
    }

    private Answer consent(Call call) {
        consent.granted(call.json().path("granted").asBoolean(true));
        return Answer.done();
    }

    private Answer revoke() {
        tokens.revokeAll();
        return Answer.done();
    }
}
