package dev.segue.library.csv;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// Which list a row belongs to.
///
/// @param name  in NFC; of the liked songs always the same
/// @param liked whether it is the liked songs
record ListName(String name, boolean liked) {

    private static final Set<String> LIKED = Set.of("liked_songs", "liked", "favorite_songs");
    private static final ListName LIKED_SONGS = new ListName("Liked Songs", true);

    /// The list that is called `name`: the liked songs, if exporters call them so.
    static ListName of(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return LIKED.contains(plain)
                ? LIKED_SONGS
                : new ListName(Normalizer.normalize(name, Normalizer.Form.NFC), false);
    }

    static ListName likedSongs() {
        return LIKED_SONGS;
    }
}
