package dev.segue.detection;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Duration;
import java.util.Optional;

/// Follows what a person listens to by looking as rarely as will do. Not thread-safe; knows no clock.
///
/// A track counts as listened when it is seen at half of its length or at four minutes, whichever comes first: the rule
/// of
/// scrobblers. One shorter than half a minute does not count. Each playing counts once.
///
/// ```
/// nothing, paused ──▶ look again in 1, 2, 4, 5 minutes
/// a song          ──▶ look when it will count ──▶ it counts ──▶ look when it must have ended
/// ```
///
/// So a song costs two looks, however long it is, and a silent day about 290.
public final class Listening {

    private static final Duration FOUR_MINUTES = Duration.ofMinutes(4);
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final Duration SOONEST = Duration.ofSeconds(5);
    private static final Duration FIRST_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    /// What follows from a look.
    ///
    /// @param listened a track that counts as listened now
    /// @param rest     how long to wait before the next look
    public record Next(Optional<Track> listened, Duration rest) {}

    private Optional<TrackId> counted = Optional.empty();
    private Duration before = Duration.ZERO;
    private Duration idle = FIRST_REST;

    /// Takes note of what plays now.
    public Next saw(Playing playing) {
        return switch (playing) {
            case Playing.Nothing() -> idle();
            case Playing.Other() -> idle();
            case Playing.Song song -> song.moving() && song.track().duration().isPresent() ? song(song) : idle();
        };
    }

    private Next idle() {
        Duration rest = idle;
        idle = shorter(idle.multipliedBy(2), LONGEST_REST);
        return new Next(Optional.empty(), rest);
    }

    private Next song(Playing.Song song) {
        idle = FIRST_REST;
        Duration length = song.track().duration().orElse(Duration.ZERO);
        Duration enough = shorter(length.dividedBy(2), FOUR_MINUTES);
        boolean another = !counted.equals(Optional.of(song.track().id()));
        boolean again = song.progress().compareTo(before) < 0;
        before = song.progress();
        if (another || again) {
            counted = Optional.empty();
        }
        if (length.compareTo(SHORTEST) < 0 || counted.isPresent()) {
            return new Next(Optional.empty(), until(length, song));
        }
        if (song.progress().compareTo(enough) < 0) {
            return new Next(Optional.empty(), until(enough, song));
        }
        counted = Optional.of(song.track().id());
        return new Next(Optional.of(song.track()), until(length, song));
    }

    private static Duration until(Duration point, Playing.Song song) {
        Duration left = point.minus(song.progress()).plus(SLACK);
        return left.compareTo(SOONEST) < 0 ? SOONEST : shorter(left, LONGEST_REST);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
