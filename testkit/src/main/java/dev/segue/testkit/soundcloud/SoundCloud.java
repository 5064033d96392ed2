package dev.segue.testkit.soundcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Likeness;
import dev.segue.testkit.standin.StandInClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How SoundCloud behaves. Thread-safe.
final class SoundCloud implements Likeness {

    /// Client id and client secret of the one app.
    static final String APP = "segue-demo";

    /// The one person with an account.
    static final String USER = "segue-demo";

    static final long USER_NUMBER = 42;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "yyyy/MM/dd HH:mm:ss +0000", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Map<Integer, String> REASONS = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not Found",
            405, "Method Not Allowed",
            429, "Too Many Requests");

    private final Uploads uploads;
    private final StandInClock clock;
    private final Login login;
    private final Plays plays;
    private final List<Endpoint> endpoints;
    private final List<Endpoint> controls;

    SoundCloud(Uploads uploads, StandInClock clock) {
        this.uploads = uploads;
        this.clock = clock;
        this.login = new Login(clock);
        this.plays = new Plays(clock);
        var tracks = new Tracks(uploads, login);
        this.endpoints = Stream.of(
                        login.endpoints(),
                        new Likes(uploads, login, tracks).endpoints(),
                        tracks.endpoints(),
                        new Audio(login, tracks).endpoints())
                .flatMap(List::stream)
                .toList();
        this.controls = new Controls(uploads, login).endpoints();
    }

    @Override
    public String name() {
        return "SoundCloud";
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    @Override
    public List<Endpoint> controls() {
        return controls;
    }

    @Override
    public Optional<Answer> refusal(Call call, String endpoint) {
        return plays.reached(endpoint).map(this::tooMany);
    }

    /// When to call again is in the body.
    private Answer tooMany(Plays.Reached reached) {
        ObjectNode body = body(429, "");
        ObjectNode meta = body.putArray("errors").addObject().putObject("meta");
        meta.putObject("rate_limit")
                .put("group", reached.group())
                .put("max_nr_of_requests", reached.most())
                .put("time_window", reached.window().toString());
        meta.put("remaining_requests", 0).put("reset_time", MOMENT.format(reached.until()));
        return Answer.json(429, body);
    }

    @Override
    public Answer tooManyCalls(long seconds) {
        return tooMany(new Plays.Reached(
                "plays", 15_000, Duration.ofHours(24), clock.instant().plusSeconds(seconds)));
    }

    @Override
    public boolean saysRetryAfter() {
        return false;
    }

    @Override
    public Answer error(int status, String message) {
        return Answer.json(status, body(status, message));
    }

    private static ObjectNode body(int status, String message) {
        ObjectNode body = Json.object()
                .put("code", status)
                .put("message", message)
                .put("link", "https://developers.soundcloud.com/docs/api/explorer/open-api")
                .put("status", status + " - " + REASONS.getOrDefault(status, "Error"));
        body.putArray("errors");
        return body.putNull("error");
    }

    @Override
    public void mode(JsonNode mode) {
        plays.limit(mode);
    }

    @Override
    public Object state() {
        return State.of(uploads);
    }

    @Override
    public void reset() {
        plays.reset();
        login.reset();
    }
}
