package dev.segue.testkit.soundcloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.CsvExport;
import dev.segue.testkit.standin.Durations;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The control endpoints that only SoundCloud has. Thread-safe.
final class Controls {

    private final Uploads uploads;
    private final Login login;

    Controls(Uploads uploads, Login login) {
        this.uploads = uploads;
        this.login = login;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of("PUT", "/__control/library", this::library),
                Endpoint.of("POST", "/__control/likes", this::like),
                Endpoint.of("DELETE", "/__control/likes/{number}", this::unlike),
                Endpoint.of("DELETE", "/__control/tokens", _ -> revoke()));
    }

    private Answer library(Call call) {
        CsvExport export = CsvExport.of(call.body());
        uploads.like(export);
        return Answer.json(200, Json.object().put("tracks", uploads.likes().size()));
    }

    /// `{"title": …, "user": …, "artist": …, "duration": "3m", "access": "preview", "downloadable": false}`
    private Answer like(Call call) {
        JsonNode json = call.json();
        if (!json.hasNonNull("title") || !json.hasNonNull("user")) {
            throw new IllegalArgumentException("a like needs a title and a user");
        }
        String title = json.get("title").asText();
        Upload upload = new Upload(
                json.path("number").asLong(1 + Ids.number("liked", title, Integer.MAX_VALUE - 1)),
                title,
                json.get("user").asText(),
                text(json, "artist"),
                text(json, "label"),
                List.of(),
                text(json, "isrc"),
                Optional.empty(),
                Optional.empty(),
                text(json, "duration").map(Durations::parse).orElse(Duration.ofMinutes(3)),
                reach(json.path("access").asText("playable")),
                json.path("downloadable").asBoolean(false));
        uploads.like(upload);
        return Answer.json(200, State.Line.of(upload));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name))
                .filter(node -> !node.isNull())
                .map(JsonNode::asText);
    }

    private static Upload.Reach reach(String access) {
        try {
            return Upload.Reach.valueOf(access.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("access is playable, preview or blocked", unknown);
        }
    }

    private Answer unlike(Call call) {
        uploads.find(upload -> Long.toString(upload.number()).equals(call.place("number")))
                .ifPresentOrElse(uploads::unlike, () -> {
                    throw new IllegalArgumentException("no track " + call.place("number"));
                });
        return Answer.done();
    }

    private Answer revoke() {
        login.revokeAll();
        return Answer.done();
    }
}
