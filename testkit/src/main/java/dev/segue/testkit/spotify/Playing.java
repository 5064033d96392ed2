package dev.segue.testkit.spotify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the person hears: a list that was started at some time, or nothing. Immutable.
///
/// @param what    what plays, in turn
/// @param started when the first would have begun
/// @param moving  whether time passes in it
/// @param paused  how far it was when it was paused, if it does not move
record Playing(List<Piece> what, Instant started, boolean moving, Duration paused) {

    static final Playing NOTHING = new Playing(List.of(), Instant.EPOCH, false, Duration.ZERO);

    Playing {
        what = List.copyOf(what);
    }

    /// One thing that plays.
    ///
    /// @param type `track`, `episode`, `ad` or `unknown`
    /// @param id   of a track or episode
    record Piece(String type, String id, Duration length) {}

    /// A piece and how far it is.
    record Moment(Piece piece, Duration progress, boolean moving) {}

    /// What is heard at `now`; empty when all is over.
    java.util.Optional<Moment> at(Instant now) {
        Duration progress = moving ? Duration.between(started, now) : paused;
        for (Piece piece : what) {
            if (progress.compareTo(piece.length()) < 0) {
                return java.util.Optional.of(new Moment(piece, progress, moving));
            }
            progress = progress.minus(piece.length());
        }
        return java.util.Optional.empty();
    }

    /// What was heard to its end by `now`, the newest first.
    List<Heard> heard(Instant now) {
        var heard = new java.util.ArrayList<Heard>();
        Instant end = started;
        for (Piece piece : what) {
            end = end.plus(piece.length());
            if (moving && !end.isAfter(now) && piece.type().equals("track")) {
                heard.addFirst(new Heard(piece, end));
            }
        }
        return heard;
    }

    /// A piece and when it ended.
    record Heard(Piece piece, Instant at) {}
}
