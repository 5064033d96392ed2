package dev.segue.testkit.soundcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Client.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundCloudStandInTest {

    @TempDir
    Path directory;

    private Fan fan;

    @BeforeEach
    void start() throws IOException {
        fan = new Fan(directory).loggedIn();
    }

    @AfterEach
    void stop() {
        fan.close();
    }

    private List<String> pages(String first, Runnable meanwhile) {
        List<String> urns = new ArrayList<>();
        String next = first;
        while (!next.isEmpty()) {
            JsonNode page = fan.get(next).json();
            page.get("collection").forEach(track -> urns.add(track.get("urn").asText()));
            next = page.path("next_href").asText("");
            meanwhile.run();
        }
        return urns;
    }

    @Test
    void likesComePageByPage() {
        List<String> urns = pages("/me/likes/tracks?limit=50&linked_partitioning=true", () -> {});

        assertThat(urns).hasSize(Fan.LIKED).doesNotHaveDuplicates();
        assertThat(urns.getFirst()).isEqualTo(fan.state().at("/likes/0/urn").asText());
        assertThat(fan.soundCloud.calls().of("GET /me/likes/tracks")).isEqualTo(3);
    }

    @Test
    void aNewLikeDoesNotMoveThePagesBelow() {
        List<String> urns = pages(
                "/me/likes/tracks?limit=50&linked_partitioning=true",
                () -> fan.client.post(
                        "/__control/likes",
                        "{\"title\":\"New " + fan.soundCloud.calls().total() + "\",\"user\":\"Somebody\"}"));

        assertThat(urns).hasSize(Fan.LIKED).doesNotHaveDuplicates();
    }

    @Test
    void withoutPartitioningThereIsAPlainList() {
        assertThat(fan.get("/me/likes/tracks?limit=3").json().isArray()).isTrue();
        assertThat(fan.get("/me/likes/tracks?limit=201").status()).isEqualTo(400);
    }

    @Test
    void othersListingsHideWhatIsBlocked() {
        String own = "/me/likes/tracks?limit=200&linked_partitioning=true";
        String others = "/users/soundcloud:users:42/likes/tracks?limit=200&linked_partitioning=true";

        assertThat(pages(others, () -> {})).hasSizeLessThan(Fan.LIKED).isNotEmpty();
        assertThat(pages(others + "&access=playable,preview,blocked", () -> {})).hasSize(Fan.LIKED);
        assertThat(pages(own + "&access=blocked", () -> {})).isNotEmpty().hasSizeLessThan(30);
    }

    @Test
    void aLinkLeadsToItsTrack() {
        JsonNode like = fan.liked("access", "playable");
        for (String url : List.of(like.get("url").asText(), like.get("shortUrl").asText())) {
            Reply found = fan.get("/resolve?url=" + url);

            assertThat(found.status()).isEqualTo(302);
            assertThat(fan.get(found.header("Location")).json().get("urn")).isEqualTo(like.get("urn"));
        }
        assertThat(fan.get("/resolve?url=https://soundcloud.com/nobody/nothing").status())
                .isEqualTo(404);
        assertThat(fan.get("/resolve?url=" + like.get("url").asText().replace("soundcloud.com", "soundcloud.example"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTrackIsFoundByItsUrnAndByItsNumber() {
        String urn = fan.liked("downloadable", "true").get("urn").asText();
        JsonNode track = fan.get("/tracks/" + urn.replace(":", "%3A")).json();

        assertThat(track.get("urn").asText()).isEqualTo(urn);
        assertThat(track.get("created_at").asText()).isEqualTo("2019/01/15 15:40:49 +0000");
        assertThat(fan.get("/tracks/" + urn.replaceAll(".*:", "")).json()).isEqualTo(track);
        assertThat(fan.get("/tracks?urns=" + urn).json().get(0)).isEqualTo(track);
        assertThat(fan.get("/tracks/soundcloud:tracks:1").status()).isEqualTo(404);
        assertThat(fan.soundCloud.calls().of("GET /tracks/{track_urn}")).isEqualTo(3);
    }

    @Test
    void streamsAreWhatMayBeHeard() {
        String playable =
                "/tracks/" + fan.liked("access", "playable").get("urn").asText() + "/streams";
        String preview = "/tracks/" + fan.liked("access", "preview").get("urn").asText() + "/streams";
        String blocked = "/tracks/" + fan.liked("access", "blocked").get("urn").asText() + "/streams";

        assertThat(fan.get(playable).json()).hasSize(4);
        assertThat(fan.get(preview).json().fieldNames()).toIterable().containsExactly("preview_mp3_128_url");
        assertThat(fan.get(blocked).status()).isEqualTo(404);
        String stream = fan.get(playable).json().get("http_mp3_128_url").asText();
        assertThat(fan.client.get(stream).status()).isEqualTo(401);
        assertThat(fan.get(stream).header("Location")).contains("/cdn/").endsWith("/full.wav");
    }

    @Test
    void aPreviewIsThirtySecondsLong() {
        String urn = fan.liked("access", "preview").get("urn").asText();
        String file = fan.get("/tracks/" + urn + "/preview").header("Location");

        assertThat(fan.client.get(file).header("Content-Length")).isEqualTo(Integer.toString(30 * 8_000 + 44));
    }

    @Test
    void whatMayBeDownloadedCanBe() {
        JsonNode may = fan.get("/tracks/"
                        + fan.liked("downloadable", "true").get("urn").asText())
                .json();
        JsonNode mayNot = fan.get(
                        "/tracks/" + fan.liked("access", "blocked").get("urn").asText())
                .json();

        assertThat(fan.get(may.get("download_url").asText()).status()).isEqualTo(302);
        assertThat(mayNot.get("download_url").isNull()).isTrue();
        assertThat(fan.get("/tracks/" + mayNot.get("urn").asText() + "/download")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        String first = fan.login().get("refresh_token").asText();

        assertThat(fan.refresh(first).status()).isEqualTo(200);
        assertThat(fan.refresh(first).status()).isEqualTo(400);
        assertThat(fan.refresh(first).json().get("message").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void theVerifierMustBeThatOfTheConsent() {
        assertThat(fan.redeem(fan.code(), "w".repeat(64)).status()).isEqualTo(400);
        String code = fan.code();
        assertThat(fan.redeem(code, Fan.VERIFIER).status()).isEqualTo(200);
        assertThat(fan.redeem(code, Fan.VERIFIER).status()).isEqualTo(400);
    }

    @Test
    void aTokenIsCalledOAuthAndEndsAfterAnHour() {
        String token = fan.login().get("access_token").asText();

        assertThat(fan.client.get("/me", "Authorization", "OAuth " + token).status())
                .isEqualTo(200);
        assertThat(fan.client.get("/me", "Authorization", "Bearer " + token).status())
                .isEqualTo(401);
        fan.client.post("/__control/clock", "{\"advance\":\"1h\"}");
        assertThat(fan.client
                        .get("/me", "Authorization", "OAuth " + token)
                        .json()
                        .get("code")
                        .asInt())
                .isEqualTo(401);
    }

    @Test
    void anAppGetsFiftyTokensInTwelveHours() {
        for (int token = 0; token < 50; token++) {
            assertThat(fan.own().status()).isEqualTo(200);
        }

        assertThat(fan.own().status()).isEqualTo(429);
        fan.client.post("/__control/clock", "{\"advance\":\"12h\"}");
        String token = fan.own().json().get("access_token").asText();
        assertThat(fan.client
                        .get("/me/likes/tracks", "Authorization", "OAuth " + token)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whenToCallAgainIsInTheBody() {
        fan.client.post("/__control/mode", "{\"perDay\":1}");
        String streams = "/tracks/" + fan.liked("access", "playable").get("urn").asText() + "/streams";
        fan.get(streams);

        Reply refused = fan.get(streams);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEmpty();
        assertThat(refused.json().at("/errors/0/meta/reset_time").asText()).isEqualTo("2026/11/23 12:00:00 +0000");
        assertThat(refused.json().at("/errors/0/meta/rate_limit/group").asText())
                .isEqualTo("plays");
        assertThat(fan.get("/me").status()).isEqualTo(200);
    }

    @Test
    void aFaultTellsItsTimeInTheBody() {
        fan.client.post("/__control/faults", "{\"kind\":\"429\",\"retryAfter\":3600,\"endpoint\":\"GET /me\"}");

        Reply refused = fan.get("/me");

        assertThat(refused.header("Retry-After")).isEmpty();
        assertThat(refused.json().at("/errors/0/meta/reset_time").asText()).isEqualTo("2026/11/22 13:00:00 +0000");
    }

    @Test
    void thingsCanBeLikedAndNoLonger() {
        String urn = fan.state().at("/likes/5/urn").asText();

        fan.send("DELETE", "/likes/tracks/" + urn);
        assertThat(fan.state().get("likes")).hasSize(Fan.LIKED - 1);
        fan.send("POST", "/likes/tracks/" + urn);
        assertThat(fan.state().at("/likes/0/urn").asText()).isEqualTo(urn);
    }
}
