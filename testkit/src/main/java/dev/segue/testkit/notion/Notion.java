package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Durations;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Likeness;
import dev.segue.testkit.standin.Refusal;
import dev.segue.testkit.standin.StandInClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// How Notion behaves. Thread-safe: the endpoints work under one lock.
final class Notion implements Likeness {

    static final String TOKEN = "segue-demo";

    private static final List<String> VERSIONS = List.of("2025-09-03", Trash.ONLY_IN_TRASH);
    private static final int LARGEST = 500 << 10;
    private static final Map<Integer, String> CODES = Map.of(
            400, "validation_error",
            401, "unauthorized",
            403, "restricted_resource",
            404, "object_not_found",
            409, "conflict_error",
            429, "rate_limited",
            500, "internal_server_error",
            503, "service_unavailable",
            504, "gateway_timeout",
            529, "service_overload");

    private final Workspace workspace;
    private final Queries queries;
    private final Pace pace;
    private final List<Endpoint> endpoints;
    private final Controls controls;

    Notion(StandInClock clock) {
        this.workspace = new Workspace(clock);
        this.pace = new Pace(clock);
        this.queries = new Queries(workspace);
        this.controls = new Controls(workspace);
        var blocks = new Blocks(workspace);
        var pages = new Pages(workspace, blocks);
        var databases = new Databases(workspace);
        var users = new Users();
        var searches = new Searches(workspace, databases);
        this.endpoints = List.of(
                guarded("GET", "/v1/users/me", _ -> users.me()),
                guarded("GET", "/v1/users", users::list),
                guarded("GET", "/v1/users/{user_id}", users::get),
                guarded("POST", "/v1/search", searches::search),
                guarded("POST", "/v1/databases", databases::create),
                guarded("GET", "/v1/databases/{database_id}", databases::get),
                guarded("PATCH", "/v1/databases/{database_id}", databases::update),
                guarded("POST", "/v1/data_sources", databases::createSource),
                guarded("GET", "/v1/data_sources/{data_source_id}", databases::source),
                guarded("PATCH", "/v1/data_sources/{data_source_id}", databases::updateSource),
                guarded("POST", "/v1/data_sources/{data_source_id}/query", queries::query),
                guarded("POST", "/v1/pages", pages::create),
                guarded("GET", "/v1/pages/{page_id}", pages::get),
                guarded("PATCH", "/v1/pages/{page_id}", pages::update),
                guarded("GET", "/v1/pages/{page_id}/properties/{property_id}", pages::property),
                guarded("GET", "/v1/blocks/{block_id}", blocks::get),
                guarded("PATCH", "/v1/blocks/{block_id}", blocks::update),
                guarded("DELETE", "/v1/blocks/{block_id}", blocks::delete),
                guarded("GET", "/v1/blocks/{block_id}/children", blocks::list),
                guarded("PATCH", "/v1/blocks/{block_id}/children", blocks::append));
    }

    static String version(Call call) {
        return call.header("Notion-Version").orElse(VERSIONS.getFirst());
    }

    private Endpoint guarded(String method, String template, Function<Call, Answer> handler) {
        return Endpoint.of(method, template, call -> {
            try {
                synchronized (workspace) {
                    return handler.apply(call);
                }
            } catch (Problem problem) {
                return error(problem.status(), problem.code(), problem.told());
            } catch (Refusal unreadable) {
                return error(unreadable.status(), "invalid_json", unreadable.told());
            }
        });
    }

    @Override
    public String name() {
        return "Notion";
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    @Override
    public List<Endpoint> controls() {
        return controls.endpoints();
    }

    @Override
    public Optional<Answer> refusal(Call call, String endpoint) {
        return stranger(call).or(() -> {
            var seconds = pace.waiting();
            return seconds.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            tooManyCalls(seconds.getAsLong()).with("Retry-After", Long.toString(seconds.getAsLong())));
        });
    }

    private static Optional<Answer> stranger(Call call) {
        if (!call.header("Authorization").equals(Optional.of("Bearer " + TOKEN))) {
            return Optional.of(error(401, "unauthorized", "API token is invalid."));
        }
        Optional<String> version = call.header("Notion-Version");
        if (version.isEmpty()) {
            return Optional.of(
                    error(
                            400,
                            "missing_version",
                            "Notion-Version header failed validation: Notion-Version header should be defined, instead was `undefined`."));
        }
        if (!VERSIONS.contains(version.get())) {
            return Optional.of(error(
                    400,
                    "validation_error",
                    "Notion-Version header failed validation: this stand-in knows " + String.join(" and ", VERSIONS)
                            + ", instead was `\"" + version.get() + "\"`."));
        }
        return call.body().size() > LARGEST
                ? Optional.of(error(400, "validation_error", "Request body is too large."))
                : Optional.empty();
    }

    @Override
    public Answer error(int status, String message) {
        return status == 404 || status == 405
                ? error(400, "invalid_request_url", "Invalid request URL.")
                : error(status, CODES.getOrDefault(status, "internal_server_error"), message);
    }

    private static Answer error(int status, String code, String message) {
        return Answer.json(status, body(status, code, message));
    }

    private static ObjectNode body(int status, String code, String message) {
        return Json.object()
                .put("object", "error")
                .put("status", status)
                .put("code", code)
                .put("message", message)
                .put("request_id", Workspace.newId());
    }

    @Override
    public Answer tooManyCalls(long seconds) {
        ObjectNode body = body(429, "rate_limited", "You have been rate limited. Please try again in a few minutes.");
        body.putObject("additional_data").put("rate_limit_reason", seconds > 60 ? "workspace" : "connection");
        return Answer.json(429, body);
    }

    /// `{"perSecond": 3, "burst": 30, "queryLag": "3s", "queryResults": 10000}`; what is not said stays.
    @Override
    public void mode(JsonNode mode) {
        pace.limit(mode);
        synchronized (workspace) {
            if (mode.has("queryLag")) {
                workspace.queryLag = Durations.parse(mode.get("queryLag").asText());
            }
            if (mode.has("queryResults")) {
                queries.limit(mode.get("queryResults").asInt());
            }
        }
    }

    @Override
    public Object state() {
        synchronized (workspace) {
            return controls.state();
        }
    }

    @Override
    public void reset() {
        pace.reset();
        synchronized (workspace) {
            workspace.queryLag = java.time.Duration.ZERO;
            queries.reset();
        }
    }
}
