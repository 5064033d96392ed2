package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Likeness;
import dev.segue.testkit.standin.Refusal;
import dev.segue.testkit.standin.StandInClock;
import dev.segue.testkit.standin.oauth.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How Spotify behaves. Thread-safe.
final class Spotify implements Likeness {

    /// Client id and client secret of the one app.
    static final String APP = "segue-demo";

    /// The one person with an account.
    static final String USER = "segue-demo";

    private static final String WEB_API = " /v1/";
    private static final long A_SHORT_PAUSE = 3_600;

    private final Holdings holdings;
    private final StandInClock clock;
    private final Tokens tokens;
    private final Caller caller;
    private final Limits limits;
    private final Shifts shifts = new Shifts();
    private final List<Endpoint> endpoints;
    private final List<Endpoint> controls;
    private volatile Mode mode = Mode.ofNewApp();

    Spotify(Holdings holdings, StandInClock clock) {
        this.holdings = holdings;
        this.clock = clock;
        this.tokens = new Tokens(clock);
        this.limits = new Limits(clock);
        this.caller = new Caller(tokens, clock, () -> mode);
        var consent = new Consent(tokens, clock);
        var player = new Player(holdings, caller, clock);
        this.endpoints = Stream.of(
                        consent.endpoints(),
                        new Accounts(tokens, clock).endpoints(),
                        new Catalogue(holdings, caller).endpoints(),
                        new Search(holdings, caller).endpoints(),
                        new Library(holdings, caller, clock).endpoints(),
                        new Playlists(holdings, caller).endpoints(),
                        player.endpoints(),
                        Removed.endpoints(caller))
                .flatMap(List::stream)
                .toList();
        this.controls = new Controls(holdings, player, shifts, consent, tokens, clock).endpoints();
    }

    @Override
    public String name() {
        return "Spotify";
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    @Override
    public List<Endpoint> controls() {
        return controls;
    }

    /// Limits count the calls of an app, so who calls without a token is told of that first.
    @Override
    public Optional<Answer> refusal(Call call, String endpoint) {
        if (!endpoint.contains(WEB_API)) {
            return Optional.empty();
        }
        try {
            var _ = caller.access(call);
        } catch (Refusal refusal) {
            Answer error = error(refusal.status(), refusal.told());
            return Optional.of(
                    refusal.status() == 401 ? error.with("WWW-Authenticate", "Bearer realm=\"spotify\"") : error);
        }
        return limits.refuse(mode).map(this::blocked);
    }

    private Answer blocked(Limits.Block block) {
        long seconds = block.seconds(clock.instant());
        return tooManyCalls(block.quota()).with("Retry-After", Long.toString(seconds));
    }

    /// A pause of hours is what a used-up quota looks like.
    @Override
    public Answer tooManyCalls(long seconds) {
        return tooManyCalls(mode.development() && seconds >= A_SHORT_PAUSE);
    }

    private static Answer tooManyCalls(boolean quota) {
        ObjectNode error = Json.object().put("status", 429).put("message", "Too many requests");
        if (quota) {
            error.put("reason", "QUOTA_EXCEEDED");
        }
        return Answer.json(429, Json.object().set("error", error));
    }

    @Override
    public Answer error(int status, String message) {
        ObjectNode error = Json.object().put("status", status).put("message", message);
        return Answer.json(status, Json.object().set("error", error));
    }

    @Override
    public Answer error(String endpoint, int status, String message) {
        return endpoint.equals(Accounts.ENDPOINT) ? Accounts.error(status, message) : error(status, message);
    }

    @Override
    public void mode(JsonNode json) {
        mode = mode.with(json);
    }

    @Override
    public Object state() {
        return State.of(holdings, mode, limits.block(), Accounts.ends(tokens));
    }

    @Override
    public void answered(String endpoint, Answer answer) {
        if (answer.status() == 200) {
            shifts.answered(endpoint);
        }
    }

    @Override
    public void reset() {
        limits.reset();
        shifts.clear();
    }
}
