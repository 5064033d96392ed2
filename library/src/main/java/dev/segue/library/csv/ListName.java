package dev.segue.library.csv;

import java.text.Normalizer;

/// Which list a row belongs to.
///
/// @param name  in NFC; of the liked songs always the same
/// @param liked whether it is the liked songs
record ListName(String name, boolean liked) {

    private static final ListName LIKED_SONGS = new ListName("Liked Songs", true);

    /// The list that has a file of that name, without ending, for itself: the liked songs, if exporters call theirs so.
    /// A playlist called "Liked" has a capital, or else a number behind it.
    static ListName ofFile(String name) {
        String plain = name.strip();
        return plain.equals("liked") || plain.replace(' ', '_').equalsIgnoreCase("liked_songs")
                ? LIKED_SONGS
                : playlist(name);
    }

    /// The list that is called `name` where several are in one file.
    static ListName of(String name) {
        return name.strip().equals(LIKED_SONGS.name) ? LIKED_SONGS : playlist(name);
    }

    /// The playlist that is called `name`, whatever it is called.
    static ListName playlist(String name) {
        return new ListName(Normalizer.normalize(name, Normalizer.Form.NFC), false);
    }

    static ListName likedSongs() {
        return LIKED_SONGS;
    }
}
