package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.standin.Client;
import dev.segue.testkit.standin.Client.Reply;
import dev.segue.testkit.standin.StandInClock;
import dev.segue.testkit.standin.oauth.Proof;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A stand-in with a library of invented songs, and somebody who calls it. The clock stands until it is advanced.
final class Listener implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final int LIKED = 130;
    static final int IN_PLAYLIST = 120;
    static final String CALLBACK = "http://127.0.0.1:8123/callback";
    static final String VERIFIER = "v".repeat(64);
    static final String SCOPES = "user-read-currently-playing user-library-read playlist-read-private"
            + " playlist-read-collaborative user-read-recently-played user-read-playback-state user-library-modify"
            + " user-read-private user-read-email";

    final SpotifyStandIn spotify;
    final Client client;

    Listener(Path directory) throws IOException {
        SampleLibrary.write(directory, LIKED, 2, IN_PLAYLIST, 7);
        var where = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.spotify = SpotifyStandIn.start(where, new StandInClock(() -> NOON), directory);
        this.client = new Client(spotify.address());
    }

    /// What the redirect after the consent brings.
    Map<String, String> consent(String... more) {
        String location = authorize(more).header("Location");
        return parameters(URI.create(location));
    }

    /// The code that a consent brings.
    String code(String... more) {
        return consent(more).getOrDefault("code", "none");
    }

    Reply authorize(String... more) {
        var query = new TreeMap<>(Map.of(
                "client_id",
                SpotifyStandIn.APP,
                "response_type",
                "code",
                "redirect_uri",
                CALLBACK,
                "state",
                "a b",
                "scope",
                SCOPES,
                "code_challenge",
                Proof.challenge(VERIFIER),
                "code_challenge_method",
                "S256"));
        for (int at = 0; at < more.length; at += 2) {
            query.put(more[at], more[at + 1]);
        }
        query.values().removeIf(String::isEmpty);
        return client.get("/authorize?" + form(query));
    }

    Reply token(String... fields) {
        var form = new TreeMap<String, String>();
        for (int at = 0; at < fields.length; at += 2) {
            form.put(fields[at], fields[at + 1]);
        }
        return client.post("/api/token", form(form), "Content-Type", "application/x-www-form-urlencoded");
    }

    Reply redeem(String code) {
        return token(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", CALLBACK,
                "client_id", SpotifyStandIn.APP,
                "code_verifier", VERIFIER);
    }

    Reply refresh(String refreshToken) {
        return token("grant_type", "refresh_token", "refresh_token", refreshToken, "client_id", SpotifyStandIn.APP);
    }

    JsonNode login(String scopes) {
        return redeem(code("scope", scopes)).json();
    }

    /// A reader with all scopes.
    Reader reader() {
        return reader(SCOPES);
    }

    Reader reader(String scopes) {
        return new Reader(login(scopes).get("access_token").asText());
    }

    /// A reader for whom nobody consented.
    Reader app() {
        Reply reply = token(
                "grant_type", "client_credentials",
                "client_id", SpotifyStandIn.APP,
                "client_secret", SpotifyStandIn.APP);
        return new Reader(reply.json().get("access_token").asText());
    }

    /// Who has a token.
    final class Reader {

        private final String token;

        private Reader(String token) {
            this.token = token;
        }

        Reply get(String path) {
            return client.get(path, "Authorization", "Bearer " + token);
        }

        JsonNode json(String path) {
            return get(path).json();
        }

        Reply send(String method, String path, String body) {
            return client.send(client.request(method, path, body, "Authorization", "Bearer " + token)
                    .build());
        }
    }

    void mode(String json) {
        check(client.post("/__control/mode", json));
    }

    void advance(String time) {
        check(client.post("/__control/clock", "{\"advance\":\"" + time + "\"}"));
    }

    Reply control(String method, String path, String body) {
        Reply reply =
                client.send(client.request(method, "/__control/" + path, body).build());
        check(reply);
        return reply;
    }

    private static void check(Reply reply) {
        if (reply.status() >= 300) {
            throw new AssertionError(reply.status() + " " + reply.response().body());
        }
    }

    String playlist() {
        return SpotifyStandIn.playlistId("Playlist_1");
    }

    /// The bare id of a liked song.
    String liked(int position) {
        return client.get("/__control/state")
                .json()
                .at("/liked/" + position + "/uri")
                .asText()
                .substring("spotify:track:".length());
    }

    static Map<String, String> parameters(URI uri) {
        return Arrays.stream(String.valueOf(uri.getQuery()).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replace('+', ' ')));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        client.close();
        spotify.close();
    }
}
