package dev.segue.detection.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.detection.AccessTokens.Access;
import dev.segue.detection.LoginState.Standing;
import dev.segue.detection.login.LoginFlow.Outcome;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.soundcloud.SoundCloudStandIn;
import dev.segue.testkit.standin.StandInClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundCloudLoginTest {

    private static final String TOKENS = "POST /oauth/token";

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final StandInClock clock = new StandInClock(() -> Person.NOON);
    private SoundCloudStandIn soundCloud;

    @BeforeEach
    void start() throws IOException {
        SampleLibrary.write(directory.resolve("backup"), 3, 0, 0, 7);
        soundCloud = SoundCloudStandIn.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), clock, directory.resolve("backup"));
    }

    @AfterEach
    void stop() {
        http.close();
        soundCloud.close();
    }

    @Test
    void loginLastsAsLongAsItIsRenewed() throws Exception {
        assertThat(logIn(app("segue-demo"))).isEqualTo(new Outcome.Done(Optional.empty()));
        var tokens = new UserTokens(app("segue-demo"), clock);

        for (int day = 0; day < 3; day++) {
            clock.advance(Duration.ofDays(100));
            assertThat(tokens.access().orElseThrow()).isInstanceOf(Access.Granted.class);
        }

        assertThat(tokens.state().standing()).isEqualTo(Standing.GOOD);
        assertThat(soundCloud.calls().of(TOKENS)).isEqualTo(4);
    }

    @Test
    void wrongSecretIsSaid() throws Exception {
        assertThat(logIn(app("guess"))).isEqualTo(new Outcome.Failed("invalid_client"));
    }

    private Outcome logIn(App app) throws Exception {
        var flow = new LoginFlow(app, clock);
        URI page =
                flow.begin(URI.create("http://127.0.0.1:8123/login/soundcloud")).page();
        HttpResponse<String> consent =
                http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        return flow.finish(
                Person.parameters(consent.headers().firstValue("Location").orElseThrow()));
    }

    private App app(String secret) {
        return new App(
                Service.SOUNDCLOUD,
                SoundCloudStandIn.APP,
                Optional.of(new Secret(secret)),
                soundCloud.address(),
                directory.resolve("soundcloud-login.json"));
    }
}
