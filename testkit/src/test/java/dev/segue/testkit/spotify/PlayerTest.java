package dev.segue.testkit.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.spotify.Listener.Reader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {

    private static final String PATH = "/v1/me/player/currently-playing";

    @TempDir
    Path directory;

    private Listener listener;
    private Reader reader;

    @BeforeEach
    void start() throws IOException {
        listener = new Listener(directory);
        reader = listener.reader();
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    @Test
    void nothingIs204WithoutABody() {
        assertThat(reader.get(PATH).status()).isEqualTo(204);
        assertThat(reader.get(PATH).response().body()).isEmpty();
    }

    @Test
    void tracksPlayOneAfterAnotherWhileTimePasses() {
        String first = listener.liked(0);
        String second = listener.liked(1);
        int length = reader.json("/v1/tracks/" + first).get("duration_ms").asInt();
        play("{\"tracks\":[\"" + first + "\",\"" + second + "\"],\"progress\":\"10s\"}");

        listener.advance("5s");
        JsonNode early = reader.json(PATH);
        listener.advance(length - 15_000 + 2_000 + "ms");
        JsonNode later = reader.json(PATH);

        assertThat(early.at("/item/id").asText()).isEqualTo(first);
        assertThat(early.get("progress_ms").asInt()).isEqualTo(15_000);
        assertThat(early.get("is_playing").asBoolean()).isTrue();
        assertThat(later.at("/item/id").asText()).isEqualTo(second);
        assertThat(later.get("progress_ms").asInt()).isEqualTo(2_000);
        assertThat(reader.json("/v1/me/player/recently-played")
                        .at("/items/0/track/id")
                        .asText())
                .isEqualTo(first);
        listener.advance("30m");
        assertThat(reader.get(PATH).status()).isEqualTo(204);
    }

    @Test
    void aPauseStands() {
        play("{\"tracks\":[\"" + listener.liked(0) + "\"],\"progress\":\"10s\",\"playing\":false}");
        listener.advance("20m");

        assertThat(reader.json(PATH).get("progress_ms").asInt()).isEqualTo(10_000);
        assertThat(reader.json(PATH).get("is_playing").asBoolean()).isFalse();
    }

    @Test
    void adsAndEpisodesHaveNoTrack() {
        play("{\"type\":\"ad\"}");
        assertThat(reader.json(PATH).get("item").isNull()).isTrue();
        assertThat(reader.json(PATH).get("currently_playing_type").asText()).isEqualTo("ad");
        play("{\"type\":\"episode\"}");
        assertThat(reader.json(PATH).get("item").isNull()).isTrue();
        assertThat(reader.json(PATH + "?additional_types=track,episode")
                        .at("/item/type")
                        .asText())
                .isEqualTo("episode");
        play("{}");
        assertThat(reader.get(PATH).status()).isEqualTo(204);
    }

    private void play(String json) {
        listener.control("PUT", "now-playing", json);
    }
}
