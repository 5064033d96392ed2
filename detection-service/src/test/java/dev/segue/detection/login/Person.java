package dev.segue.detection.login;

import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.spotify.SpotifyStandIn;
import dev.segue.testkit.standin.StandInClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A person with a Spotify account at a stand-in, whose clock, and the app's, stands until it is advanced.
final class Person implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final URI REDIRECT = URI.create("http://127.0.0.1:8123/login/spotify");

    final StandInClock clock = new StandInClock(() -> NOON);
    final SpotifyStandIn spotify;
    final App app;
    private final HttpClient http = HttpClient.newHttpClient();

    Person(Path directory) throws IOException {
        SampleLibrary.write(directory.resolve("backup"), 3, 0, 0, 7);
        var where = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.spotify = SpotifyStandIn.start(where, clock, directory.resolve("backup"));
        this.app = new App(
                Service.SPOTIFY,
                SpotifyStandIn.APP,
                Optional.empty(),
                spotify.address(),
                directory.resolve("state").resolve("spotify-login.json"));
    }

    /// Logs in as it is done in life.
    LoginFlow.Outcome logIn() {
        var flow = new LoginFlow(app, clock);
        return flow.finish(consent(flow.begin(REDIRECT).page()));
    }

    /// What the browser brings back after the consent on `page`.
    Map<String, String> consent(URI page) {
        return parameters(visit(page).headers().firstValue("Location").orElse("?"));
    }

    static Map<String, String> parameters(String address) {
        return Arrays.stream(address.substring(address.indexOf('?') + 1).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    HttpResponse<String> visit(URI page) {
        return send(HttpRequest.newBuilder(page).build());
    }

    void control(String method, String path, String body) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(spotify.address().resolve("/__control/" + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    /// The next `count` calls for tokens go wrong.
    void fault(String kind, int count, String more) {
        control(
                "POST",
                "faults",
                "{\"endpoint\":\"POST /api/token\",\"kind\":\"" + kind + "\",\"count\":" + count + more + "}");
    }

    /// How often the login server was asked for tokens.
    long calls() {
        return spotify.calls().of("POST /api/token");
    }

    /// Whether the web API takes `token`.
    int status(String token) {
        return send(HttpRequest.newBuilder(spotify.address().resolve("/v1/me"))
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() {
        http.close();
        spotify.close();
    }
}
