package dev.segue.testkit.spotify;

import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Refusal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Who calls, and what endpoints are open to whom. Immutable.
final class Caller {

    private final Tokens tokens;
    private final Supplier<Mode> mode;

    Caller(Tokens tokens, Supplier<Mode> mode) {
        this.tokens = tokens;
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
        Access access = tokens.access(call);
        if (!access.user()) {
            throw new Refusal(401, "Valid user authentication required");
        }
        if (!scope.isEmpty() && !access.scopes().contains(scope)) {
            throw new Refusal(403, "Insufficient client scope");
        }
    }

    Access access(Call call) {
        return tokens.access(call);
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
