package dev.segue.testkit.soundcloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.testkit.standin.OpenApiDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Every answer against SoundCloud's own document.
@EnabledIfSystemProperty(named = "segue.corpus", matches = "[^$].*")
class SoundCloudOpenApiTest {

    @TempDir
    Path directory;

    @Test
    void everyAnswerIsAsTheDocumentSays() throws IOException {
        OpenApiDocument document = OpenApiDocument.at(
                Path.of(System.getProperty("segue.corpus", "")).resolve("openapi/soundcloud-openapi.yaml"));
        try (Fan fan = new Fan(directory).loggedIn()) {
            List<String> mistakes = new ArrayList<>();
            calls(fan).forEach((template, path) -> {
                mistakes.addAll(document.mistakes("GET", template, fan.get(path)));
                mistakes.addAll(document.mistakes("GET", template, fan.client.get(path)).stream()
                        .filter(mistake -> !mistake.equals("GET /resolve does not answer 401"))
                        .toList());
            });
            mistakes.addAll(document.mistakes("GET", "/tracks/{}", fan.get("/tracks/1")));
            String like = "/likes/tracks/"
                    + fan.liked("access", "playable").get("urn").asText();
            mistakes.addAll(document.mistakes("DELETE", "/likes/tracks/{}", fan.send("DELETE", like)));
            mistakes.addAll(document.mistakes("POST", "/likes/tracks/{}", fan.send("POST", like)));

            assertThat(mistakes).isEmpty();
            assertThat(fan.soundCloud.calls().counts().byStatus())
                    .containsKeys("200", "302", "401", "404")
                    .doesNotContainKey("500");
        }
    }

    private static Map<String, String> calls(Fan fan) {
        String urn = fan.liked("access", "playable").get("urn").asText();
        var calls = new LinkedHashMap<String, String>();
        calls.put("/me", "/me");
        calls.put("/me/likes/tracks", "/me/likes/tracks?limit=200&linked_partitioning=true");
        calls.put("/users/{}/likes/tracks", "/users/soundcloud:users:42/likes/tracks?limit=10");
        calls.put("/tracks", "/tracks?q=e");
        calls.put("/tracks/{}", "/tracks/" + urn);
        calls.put("/tracks/{}/streams", "/tracks/" + urn + "/streams");
        calls.put("/tracks/{}/preview", "/tracks/" + urn + "/preview");
        calls.put("/users/{}", "/users/soundcloud:users:42");
        calls.put("/resolve", "/resolve?url=" + fan.liked("urn", urn).get("url").asText());
        return calls;
    }
}
