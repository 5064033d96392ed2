package dev.segue.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"spotify:4uLU6hMCjMI75M1A2tKUQC", "soundcloud:123456", "local:9f86d081884c7d65"})
    void textIsReadBackAsItWasWritten(String text) {
        assertThat(TrackId.parse(text)).hasToString(text);
    }

    @Test
    void messageNamesTheCulprit() {
        assertThatThrownBy(() -> TrackId.parse("spotify")).hasMessage("no ':' in track id \"spotify\"");
        assertThatThrownBy(() -> TrackId.parse("tidal:1")).hasMessageContaining("unknown source \"tidal\"");
        assertThatThrownBy(() -> TrackId.spotify("4uLU6hMCjMI75M1A2tKUQ"))
                .hasMessageContaining("\"4uLU6hMCjMI75M1A2tKUQ\" is not 22 letters and digits");
    }

    @Test
    void uriAndBareIdNameTheSameTrack() {
        assertThat(TrackId.ofSpotifyUri("spotify:track:4uLU6hMCjMI75M1A2tKUQC"))
                .isEqualTo(TrackId.ofSpotifyUri("4uLU6hMCjMI75M1A2tKUQC"))
                .contains(TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"spotify:episode:4uLU6hMCjMI75M1A2tKUQC", "spotify:local:::x:1", "", "4uLU6hMCjMI75M1A2tKUQ-"})
    void anythingElseIsNoTrack(String text) {
        assertThat(TrackId.ofSpotifyUri(text)).isEmpty();
    }

    @Test
    void localFileIsKnownByItsWholeUri() {
        TrackId one = TrackId.local("spotify:local:A:B:C:210");

        assertThat(one).isEqualTo(TrackId.local("spotify:local:A:B:C:210"));
        assertThat(one).isNotEqualTo(TrackId.local("spotify:local:A:B:C:211"));
        assertThat(one.link()).isEmpty();
    }
}
