package dev.segue.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.local.SourcesState.Api;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourcesStateTest {

    @Test
    void loginThatIsOverOrEndsSoonIsSaid() {
        String sources = """
                {"logins": [
                {"api": "SPOTIFY", "standing": "ENDS_SOON", "advice": "the login ends on 2027-05-22"},
                {"api": "SOUNDCLOUD", "standing": "NONE", "advice": "nobody has logged in"}]}
                """;

        assertThat(SourcesState.read(sources).warnings()).containsExactly("SPOTIFY: the login ends on 2027-05-22");
    }

    @Test
    void apisThatMayBeAskedAreShownWithTheirBudget() {
        String sources = """
                {"apis": [
                {"name": "spotify", "configured": true, "callsInWindow": 7, "budgetLeft": 793,
                 "blockedUntil": "2026-11-23T06:00:00Z"},
                {"name": "soundcloud", "configured": false, "callsInWindow": 0, "budgetLeft": 5000}]}
                """;

        assertThat(SourcesState.read(sources).apis())
                .containsExactly(new Api("spotify", 7, 793, Optional.of("2026-11-23T06:00:00Z"), Optional.empty()));
    }

    @Test
    void whatAnApiDoesNotAnswerIsSaidToPeople() {
        String sources = """
                {"apis": [
                {"name": "spotify", "configured": true, "blockedUntil": "2026-11-23T06:00:00Z", "unreached": "HTTP 503"},
                {"name": "soundcloud", "configured": true, "unreached": "connection refused"},
                {"name": "other", "configured": true}]}
                """;

        assertThat(SourcesState.read(sources).apis())
                .extracting(Api::standing)
                .containsExactly("blocked until 2026-11-23T06:00:00Z", "not reached: connection refused", "open");
    }

    @Test
    void answerThatSaysNothingIsNoState() {
        var nothing = new SourcesState(List.of(), List.of());

        assertThat(SourcesState.read("{}")).isEqualTo(nothing);
        assertThat(SourcesState.read("<html>")).isEqualTo(nothing);
    }
}
