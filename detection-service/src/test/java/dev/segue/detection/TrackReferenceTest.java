package dev.segue.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.TrackId;
import java.net.URI;
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
        assertThat(TrackReference.parse(text))
                .isEqualTo(new TrackReference.Known(TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soundcloud:123456", "soundcloud:tracks:123456"})
    void trackOfSoundCloudIsNamedByItsNumber(String text) {
        assertThat(TrackReference.parse(text)).isEqualTo(new TrackReference.Known(TrackId.parse("soundcloud:123456")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://soundcloud.com/some-one/some_song-1, https://soundcloud.com/some-one/some_song-1",
        "http://m.soundcloud.com/some-one/song/?utm_source=clipboard, https://soundcloud.com/some-one/song",
        "https://WWW.SoundCloud.com/some-one/song#t=1:02, https://soundcloud.com/some-one/song",
        "https://soundcloud.com/some-one/song/s-AbC123, https://soundcloud.com/some-one/song/s-AbC123",
        "https://on.soundcloud.com/AbCdEfGh123, https://on.soundcloud.com/AbCdEfGh123"
    })
    void pageOfSoundCloudHasToBeAskedAbout(String text, URI page) {
        assertThat(TrackReference.parse(text)).isEqualTo(new TrackReference.Page(page));
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
        "https://soundcloud.com.evil.example/some-one/song, not a page of open.spotify.com or soundcloud.com",
        "https://soundcloud.com@evil.example/some-one/song, not a page of",
        "https://me@soundcloud.com/some-one/song, not a page of",
        "https://soundcloud.com:8443/some-one/song, not a page of",
        "https://api.soundcloud.com/tracks/1, not a page of",
        "ftp://soundcloud.com/some-one/song, not a page of",
        "https://soundcloud.com/some-one, not the page of a track",
        "https://soundcloud.com/some-one/sets/list, not the page of a track",
        "https://soundcloud.com/../..%2fme/likes, not the page of a track",
        "https://on.soundcloud.com/, not the page of a track",
        "https://spotify.link/AbC, does not tell the track",
        "soundcloud:one, is no track",
        "local:9f86d081884c7d65, is no track",
        "4uLU6hMCjMI75M1A2tKUQ, is no track",
        "spotify:album:4uLU6hMCjMI75M1A2tKUQC, is no track",
        "--help, is no track"
    })
    void anythingElseIsRefusedWithItsReason(String text, String reason) {
        assertThatThrownBy(() -> TrackReference.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("\"");
    }
}
