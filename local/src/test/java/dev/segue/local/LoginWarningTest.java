package dev.segue.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginWarningTest {

    @Test
    void loginThatIsOverOrEndsSoonIsSaid() {
        String sources = """
                {"logins": [
                {"api": "SPOTIFY", "standing": "ENDS_SOON", "advice": "the login ends on 2027-05-22"},
                {"api": "SOUNDCLOUD", "standing": "NONE", "advice": "nobody has logged in"}]}
                """;

        assertThat(LoginWarning.read(sources))
                .containsExactly(new LoginWarning("SPOTIFY: the login ends on 2027-05-22"));
    }

    @Test
    void answerThatSaysNothingOfLoginsIsNoWarning() {
        assertThat(LoginWarning.read("{}")).isEmpty();
        assertThat(LoginWarning.read("<html>")).isEmpty();
    }
}
