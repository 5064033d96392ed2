package dev.segue.library.csv;

import java.util.ArrayList;
import java.util.List;

/// What a cell says about a track, under all labels that exporters and home-made scripts give it: letters and digits
/// alone, as [Label#squeezed] makes them. Where a header has several of them, the one named first counts.
enum Column {
    ID("trackuri", "spotifyuri", "spotifyid", "trackid", "spotifytrackid", "songid", "uri", "id"),
    URL("trackurl", "spotifyurl", "spotifytrackurl", "spotifylink", "tracklink", "url", "link"),
    TITLE("trackname", "title", "song", "songname", "songtitle", "tracktitle", "track", "name"),
    ARTISTS(
            "artistname",
            "artists",
            "artist",
            "artistnames",
            "artistsnames",
            "trackartist",
            "trackartists",
            "performer"),
    MORE_ARTISTS("secondaryartistsnames"),
    ARTIST_IDS("artisturi", "artisturis", "artistids"),
    ALBUM("albumname", "album", "albumtitle", "trackalbum"),
    RELEASE_DATE("releasedate", "albumreleasedate", "albumdate", "releaseyear", "released", "year"),
    /// in milliseconds
    DURATION("durationms", "trackdurationms", "durationmillis", "durationmilliseconds", "lengthms"),
    /// in any other form
    LENGTH("duration", "trackduration", "length", "time", "durationsec", "durationseconds", "lengthseconds"),
    POPULARITY("popularity", "trackpopularity"),
    EXPLICIT("explicit", "trackexplicit", "isexplicit"),
    ISRC("isrc", "trackisrc", "isrccode"),
    ADDED_AT("addedat", "dateadded", "addeddate", "added"),
    GENRES("genres", "artistgenres", "genre"),
    LABEL("recordlabel", "label", "albumlabel", "albumrecordlabel"),
    DANCEABILITY("danceability", "trackfeaturedanceability", "dance"),
    ENERGY("energy", "trackfeatureenergy"),
    KEY("key", "trackfeaturekey", "keyof", "musicalkey"),
    LOUDNESS("loudness", "trackfeatureloudness", "loud"),
    MODE("mode", "trackfeaturemode"),
    SPEECHINESS("speechiness", "trackfeaturespeechiness", "speech"),
    ACOUSTICNESS("acousticness", "trackfeatureacousticness", "acoustic"),
    INSTRUMENTALNESS("instrumentalness", "trackfeatureinstrumentalness", "instrumental"),
    LIVENESS("liveness", "trackfeatureliveness", "live"),
    VALENCE("valence", "trackfeaturevalence", "happy"),
    TEMPO("tempo", "trackfeaturetempo", "bpm"),
    TIME_SIGNATURE("timesignature", "trackfeaturetimesignature"),
    PLAYLIST("playlistname", "playlist"),
    /// `Favorite`, `Playlist`, `Album` or `Artist`, where one file holds a whole library
    TYPE("type");

    private final List<String> labels;

    Column(String... english) {
        List<String> all = new ArrayList<>(List.of(english));
        all.addAll(Label.translated(name()));
        this.labels = List.copyOf(all);
    }

    List<String> labels() {
        return labels;
    }
}
