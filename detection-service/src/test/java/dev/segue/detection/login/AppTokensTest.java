package dev.segue.detection.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.detection.AccessTokens.Access;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.soundcloud.SoundCloudStandIn;
import dev.segue.testkit.spotify.SpotifyStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The app's own right, from the stand-ins' login servers.
class AppTokensTest {

    @TempDir
    Path directory;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));

    @Test
    void tokenIsFetchedOnceAndKeptWhileItLasts() throws IOException {
        SampleLibrary.write(directory, 1, 0, 0, 7);
        try (var soundCloud = SoundCloudStandIn.start(0, directory)) {
            AppTokens tokens = tokens(Service.SOUNDCLOUD, SoundCloudStandIn.APP, soundCloud.address());

            Access first = tokens.access();

            assertThat(first).isInstanceOf(Access.Granted.class);
            assertThat(tokens.access()).isEqualTo(first);
            assertThat(soundCloud.calls().of("POST /oauth/token")).isOne();
            now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
            assertThat(tokens.access()).isNotEqualTo(first);
        }
    }

    @Test
    void tokenThatIsRefusedIsReplaced() throws IOException {
        SampleLibrary.write(directory, 1, 0, 0, 7);
        try (var spotify = SpotifyStandIn.start(0, directory)) {
            AppTokens tokens = tokens(Service.SPOTIFY, SpotifyStandIn.APP, spotify.address());
            if (tokens.access() instanceof Access.Granted(String token, boolean asPerson)) {
                assertThat(asPerson).isFalse();
                tokens.refused(token);
            }

            assertThat(tokens.access()).isInstanceOf(Access.Granted.class);

            assertThat(spotify.calls().of("POST /api/token")).isEqualTo(2);
        }
    }

    @Test
    void wrongSecretIsToldOnceAndNotTriedAgain() throws IOException {
        SampleLibrary.write(directory, 1, 0, 0, 7);
        try (var spotify = SpotifyStandIn.start(0, directory)) {
            AppTokens tokens = tokens(Service.SPOTIFY, "not the secret", spotify.address());

            for (int time = 0; time < 2; time++) {
                assertThat(tokens.access())
                        .isEqualTo(new Access.NeedsLogin("segue.spotify.client-id and client-secret are refused"));
            }

            assertThat(spotify.calls().of("POST /api/token")).isOne();
        }
    }

    private AppTokens tokens(Service service, String secret, URI accounts) {
        var app = new App(
                service,
                SpotifyStandIn.APP,
                Optional.of(new Secret(secret)),
                accounts,
                directory.resolve("login.json"));
        return new AppTokens(app, now::get);
    }
}
