package dev.segue.detection;

import dev.segue.library.TrackId;
import java.net.URI;

/// The ways in which people name a track. Immutable.
///
/// Of Spotify: `https://open.spotify.com/track/…?si=…`, also with a language (`/intl-de/track/…`), `spotify:track:…`,
/// and the bare id of 22 letters and digits. Of SoundCloud: `https://soundcloud.com/artist/title`, also on `www.` and
/// `m.`, a short link `https://on.soundcloud.com/…`, and `soundcloud:tracks:123`. Of both: ids as Segue writes them.
public sealed interface TrackReference {

    /// A track by its id.
    record Known(TrackId id) implements TrackReference {}

    /// A page that SoundCloud has to be asked about.
    ///
    /// @param page `https`, on a host of SoundCloud's, without what counts who came from where
    record Page(URI page) implements TrackReference {}

    /// The track that `text` names.
    ///
    /// @throws IllegalArgumentException with a message for the asker, if it names none
    static TrackReference parse(String text) {
        String reference = text.strip();
        if (reference.contains("://")) {
            return TrackAddress.parse(reference);
        }
        return TrackId.ofSpotifyUri(reference)
                .or(() -> TrackId.of(reference.replaceFirst("^soundcloud:tracks:", "soundcloud:")))
                .filter(id -> id.source() != TrackId.Source.LOCAL)
                .map(Known::new)
                .orElseThrow(() -> new IllegalArgumentException("\"" + reference
                        + "\" is no track: neither a URL of Spotify's or SoundCloud's, nor spotify:track:…, nor an id of"
                        + " 22 letters and digits, nor soundcloud:… with a number"));
    }
}
