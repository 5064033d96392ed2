package dev.segue.detection.kafka;

import dev.segue.detection.MovableClock;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A test of the running service beside Spotify's stand-in. Each begins a day after the one before, with no call
/// counted.
abstract class AtSpotify {

    @Inject
    MovableClock clock;

    Observer observer;
    StandInControl spotify;

    @BeforeEach
    void listen() {
        observer = new Observer();
        spotify = new StandInControl(Observer.setting("segue.spotify.accounts-url"));
        spotify.reset();
        clock.advance(Observer.A_DAY);
    }

    @AfterEach
    void hangUp() {
        observer.close();
    }

    /// Logs in to Spotify, has asked it something, and lets nothing of that count.
    void logIn() {
        Observer.logIn("spotify");
        observer.settled(observer.detectSource("PLAYLISTS"), clock);
        clock.advance(Duration.ofMinutes(2));
        spotify.reset();
    }
}
