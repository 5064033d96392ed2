package dev.segue.library.csv;

import dev.segue.library.TrackId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ids of tracks, in all forms that exports have.
final class RowIds {

    private static final Pattern PAGE =
            Pattern.compile("https?://open\\.spotify\\.com/(?:intl-[a-z]{2}/)?track/([0-9A-Za-z]{22})(?:[?#].*)?");
    /// what may stand between artists, or else inside the name of one, where some exporters mark it
    private static final Pattern BETWEEN = Pattern.compile("\\\\?[,;" + JsonItem.BETWEEN + "]");

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

    /// The id of a track that nothing but its name is known of: the same for the same name, however it is written, in
    /// whatever file, and wherever in it. So nothing that is learnt of the file counts.
    ///
    /// @param artists the cell that names them
    static TrackId named(String title, String artists) {
        String artist = BETWEEN.split(artists, 2)[0];
        return TrackId.local("name:" + NameText.comparable(artist) + '\n' + NameText.comparable(title));
    }
}
