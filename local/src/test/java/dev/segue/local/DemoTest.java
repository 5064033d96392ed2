package dev.segue.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.local.system.Failure;
import dev.segue.local.system.Home;
import dev.segue.testkit.StandIns;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoTest {

    private static final Path SAMPLE = Path.of("..", "sample", "backup");

    @Test
    void theStandInsShowTheSample() throws Exception {
        try (StandIns standIns = StandInsCommand.start("127.0.0.1", new StandIns.Ports(0, 0, 0, 0), SAMPLE);
                HttpClient http = HttpClient.newHttpClient()) {
            for (StandIns.Running one : standIns.running()) {
                var state = URI.create("http://127.0.0.1:" + one.port() + "/__control/state");

                HttpResponse<String> held =
                        http.send(HttpRequest.newBuilder(state).build(), HttpResponse.BodyHandlers.ofString());

                if (one.name().equals("Eagle")) { // which has nothing before something is imported
                    assertThat(held.body()).contains("\"items\":[]");
                } else if (one.name().equals("Notion")) {
                    assertThat(held.body()).contains("\"home\":");
                } else {
                    assertThat(held.body())
                            .as(one.name())
                            .contains("\"tracks\":")
                            .doesNotContain("\"tracks\":0");
                }
            }
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new StandIns.Ports(0, taken.getLocalPort(), 0, 0);

            assertThatThrownBy(() -> StandInsCommand.start("127.0.0.1", ports, SAMPLE))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("SoundCloud")
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void aBackupThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> StandInsCommand.start("127.0.0.1", new StandIns.Ports(0, 0, 0, 0), Path.of("nowhere")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void aDemoLeadsTheServicesToTheStandInsWhateverThePersonHasSet() {
        Map<String, String> settings = Demo.settings(
                new Home(SAMPLE, SAMPLE), Map.of("SEGUE_SPOTIFY_CLIENT_ID", "mine", "SEGUE_LOOKUP", "csv-only"));

        assertThat(settings)
                .containsEntry("SEGUE_SPOTIFY_BASE_URL", "http://127.0.0.1:9101/v1")
                .containsEntry("SEGUE_SPOTIFY_CLIENT_ID", "segue-demo")
                .containsEntry("SEGUE_EAGLE_BASE_URL", "http://127.0.0.1:9104")
                .containsEntry("SEGUE_SOUNDCLOUD_BASE_URL", "http://127.0.0.1:9102")
                .containsEntry("SEGUE_LOOKUP", "csv-only")
                .hasEntrySatisfying(
                        "SEGUE_SPOTIFY_TOKEN_FILE", file -> assertThat(file).endsWith("demo-spotify-login.json"));
    }
}
