package dev.segue.detection.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.detection.DetectionConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoginProgramTest {

    @Test
    void settingsAreThoseOfTheService() {
        DetectionConfig settings = LoginProgram.settings(Map.of("segue.spotify.client-id", "mine"));

        App app = LoginProgram.app("spotify", settings);

        assertThat(app.clientId()).isEqualTo("mine");
        assertThat(app.at("/authorize")).hasToString("https://accounts.spotify.com/authorize");
        assertThat(app.tokenFile()).hasFileName("spotify-login.json");
    }

    @Test
    void loginThatCannotBeSaysWhy() {
        DetectionConfig settings = LoginProgram.settings(Map.of());

        assertThatThrownBy(() -> LoginProgram.app("soundcloud", settings))
                .hasMessage("segue.soundcloud.client-id is not set: see docs/accounts.md");
        assertThatThrownBy(() -> LoginProgram.app("deezer", settings))
                .hasMessage("there is no login \"deezer\", only spotify or soundcloud");
    }
}
