package dev.segue.library;

/// A place in a playlist. A track may stand at several, even of one playlist.
///
/// @param playlist the playlist's name, as its export is called
/// @param position 1 for the first
public record Placement(String playlist, int position) {

    public Placement {
        if (position < 1) {
            throw new IllegalArgumentException("position " + position + " in playlist \"" + playlist + '"');
        }
    }
}
