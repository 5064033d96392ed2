package dev.segue.testkit.spotify;

import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Refusal;
import dev.segue.testkit.standin.oauth.Access;
import dev.segue.testkit.standin.oauth.Tokens;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Who calls, and what endpoints are open to whom. Immutable.
final class Caller {

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final InstantSource clock;
    private final Supplier<Mode> mode;

    Caller(Tokens tokens, InstantSource clock, Supplier<Mode> mode) {
        this.tokens = tokens;
        this.clock = clock;
        this.mode = mode;
    }

    /// What an endpoint does, given how it shall show things.
    interface Handler extends BiFunction<Call, Look, Answer> {}

    /// An endpoint for everybody with a token.
    Endpoint open(String method, String template, Handler handler) {
        return Endpoint.of(method, template, call -> handler.apply(call, look(call)));
    }

    /// An endpoint that is no longer there for new apps.
    Endpoint old(String method, String template, Handler handler) {
        return open(method, template, (call, look) -> {
            if (mode.get().development()) {
                throw new Refusal(mode.get().refusal(), mode.get().refusal() == 404 ? "Not found" : "Forbidden");
            }
            return handler.apply(call, look);
        });
    }

    /// An endpoint about the person, who must have consented to `scope`; an empty one means: to anything.
    Endpoint personal(String method, String template, String scope, Handler handler) {
        return open(method, template, (call, look) -> {
            demand(call, scope);
            return handler.apply(call, look);
        });
    }

    /// An endpoint about the person that is no longer there for new apps.
    Endpoint oldPersonal(String method, String template, String scope, Handler handler) {
        Endpoint old = old(method, template, handler);
        return Endpoint.of(method, template, call -> {
            demand(call, scope);
            return old.handler().apply(call);
        });
    }

    /// @throws Refusal if the person did not consent to `scope`
    void demand(Call call, String scope) {
        Access access = access(call);
        if (!access.user()) {
            throw new Refusal(401, "Valid user authentication required");
        }
        if (!scope.isEmpty() && !access.scopes().contains(scope)) {
            throw new Refusal(403, "Insufficient client scope");
        }
    }

    /// What the caller may do.
    ///
    /// @throws Refusal 401, as the web API words it
    Access access(Call call) {
        String header = call.header("Authorization").orElseThrow(() -> new Refusal(401, "No token provided"));
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Refusal(400, "Only valid bearer authentication supported");
        }
        Access access = tokens.access(header.substring(BEARER.length()).strip())
                .orElseThrow(() -> new Refusal(401, "Invalid access token"));
        if (!clock.instant().isBefore(access.expires())) {
            throw new Refusal(401, "The access token expired");
        }
        return access;
    }

    Mode mode() {
        return mode.get();
    }

    private Look look(Call call) {
        return Look.of(call, mode.get());
    }

    /// `list` of the ids in a parameter, looked up one by one.
    ///
    /// @throws Refusal 400 if there is none, too many, or something that is no id
    static <T> List<T> each(Call call, int most, Function<String, T> find) {
        List<String> ids = List.of(call.parameter("ids").orElse("").split(",", -1));
        if (ids.equals(List.of(""))) {
            throw new Refusal(400, "Missing required field: ids");
        }
        if (ids.size() > most) {
            throw new Refusal(400, "Too many ids requested");
        }
        return ids.stream().map(Caller::id).map(find).toList();
    }

    /// `text`, if it can be an id.
    static String id(String text) {
        if (!Ids.isId(text)) {
            throw new Refusal(400, "Invalid base62 id");
        }
        return text;
    }
}
