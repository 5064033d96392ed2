package dev.segue.library.csv;

import dev.segue.library.TrackId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ids of tracks, in all forms that exports have.
final class RowIds {

    private static final Pattern PAGE =
            Pattern.compile("https?://open\\.spotify\\.com/(?:intl-[a-z]{2}/)?track/([0-9A-Za-z]{22})(?:[?#].*)?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");

    private RowIds() {}

    /// A Spotify track by its URI, its bare id or its page.
    static Optional<TrackId> spotify(String cell) {
        Optional<TrackId> id = TrackId.ofSpotifyUri(cell);
        if (id.isPresent() || !cell.startsWith("http")) {
            return id;
        }
        Matcher page = PAGE.matcher(cell);
        return page.matches() ? Optional.of(TrackId.spotify(page.group(1))) : Optional.empty();
    }

    /// TuneMyMusic's name of a file on somebody's disk.
    static Optional<TrackId> hash(String cell) {
        return HASH.matcher(cell).matches() ? Optional.of(TrackId.local("tunemymusic:" + cell)) : Optional.empty();
    }

    /// The id of a track that nothing but its name is known of: the same for the same name, however it is written.
    static TrackId named(String title, List<String> artists) {
        String first = artists.isEmpty() ? "" : artists.getFirst();
        int semicolon = first.indexOf(';');
        String artist = semicolon < 0 ? first : first.substring(0, semicolon);
        return TrackId.local("name:" + NameText.comparable(artist) + '\n' + NameText.comparable(title));
    }
}
