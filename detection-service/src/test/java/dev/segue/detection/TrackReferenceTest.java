package dev.segue.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.TrackId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4uLU6hMCjMI75M1A2tKUQC",
                " spotify:track:4uLU6hMCjMI75M1A2tKUQC ",
                "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC",
                "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC?si=0123456789abcdef",
                "https://open.spotify.com/intl-de/track/4uLU6hMCjMI75M1A2tKUQC",
                "https://open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC/"
            })
    void everyWayToNameATrackIsUnderstood(String text) {
        assertThat(TrackReference.parse(text)).isEqualTo(TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://open.spotify.com.evil.example/track/4uLU6hMCjMI75M1A2tKUQC, not a page of open.spotify.com",
        "https://evil.example/track/4uLU6hMCjMI75M1A2tKUQC, not a page of open.spotify.com",
        "https://open.spotify.com@evil.example/track/4uLU6hMCjMI75M1A2tKUQC, not a page of open.spotify.com",
        "file://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC, not a page of open.spotify.com",
        "https://open.spotify.com/album/4uLU6hMCjMI75M1A2tKUQC, not the page of a track",
        "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQ, no Spotify id",
        "https://open.spotify.com/track/%2e%2e, no Spotify id",
        "https://bad host/, not a URL",
        "4uLU6hMCjMI75M1A2tKUQ, no Spotify track",
        "spotify:album:4uLU6hMCjMI75M1A2tKUQC, no Spotify track",
        "--help, no Spotify track"
    })
    void anythingElseIsRefusedWithItsReason(String text, String reason) {
        assertThatThrownBy(() -> TrackReference.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("\"");
    }
}
