package dev.segue.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistReferenceTest {

    private static final String ID = "37i9dQZF1DX0XUsuxWHRQd";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spotify:playlist:37i9dQZF1DX0XUsuxWHRQd",
                " spotify:user:somebody:playlist:37i9dQZF1DX0XUsuxWHRQd ",
                "https://open.spotify.com/playlist/37i9dQZF1DX0XUsuxWHRQd?si=0123456789abcdef",
                "https://open.spotify.com/intl-de/playlist/37i9dQZF1DX0XUsuxWHRQd",
                "https://open.spotify.com/user/somebody/playlist/37i9dQZF1DX0XUsuxWHRQd/"
            })
    void everyWayToGiveAnIdIsUnderstood(String text) {
        assertThat(PlaylistReference.parse(text).id()).contains(ID);
        assertThat(PlaylistReference.parse(text).name()).isEmpty();
    }

    @Test
    void nameOfTwentyTwoLettersMayBeAnId() {
        assertThat(PlaylistReference.parse(ID).id()).contains(ID);
        assertThat(PlaylistReference.parse(ID).name()).contains(ID);
        assertThat(PlaylistReference.parse("Warm up").id()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/playlist/37i9dQZF1DX0XUsuxWHRQd, not a page of open.spotify.com",
        "https://open.spotify.com.evil.example/playlist/37i9dQZF1DX0XUsuxWHRQd, not a page of open.spotify.com",
        "https://open.spotify.com@evil.example/playlist/37i9dQZF1DX0XUsuxWHRQd, not a page of open.spotify.com",
        "https://open.spotify.com/album/37i9dQZF1DX0XUsuxWHRQd, not the page of a playlist",
        "https://open.spotify.com/playlist/37i9dQZF1DX0XUsuxWHRQ, not the page of a playlist",
        "https://open.spotify.com/playlist/..%2f..%2fme, not the page of a playlist",
        "spotify:album:37i9dQZF1DX0XUsuxWHRQd, is no Spotify playlist",
        "https://bad host/, not a URL"
    })
    void anythingElseIsRefusedWithItsReason(String text, String reason) {
        assertThatThrownBy(() -> PlaylistReference.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
