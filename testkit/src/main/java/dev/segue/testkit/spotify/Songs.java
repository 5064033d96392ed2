package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.Track;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Json;
import java.util.List;

/// Tracks. What a CSV export did not say follows from the id.
final class Songs {

    private static final int SHORTEST = 120_000;
    private static final int SPREAD = 240_000;
    private static final int MOST_POPULAR = 101;
    private static final int TRACKS_ON_A_RECORD = 14;

    private Songs() {}

    static String id(Track track) {
        return track.id().key();
    }

    static int milliseconds(Track track) {
        return track.duration()
                .map(duration -> (int) duration.toMillis())
                .orElseGet(() -> SHORTEST + Ids.number("duration", id(track), SPREAD));
    }

    /// A valid recording code, also where nobody knows the true one.
    static String isrc(Track track) {
        return track.isrc()
                .orElseGet(() -> "QZS3G%02d%05d"
                        .formatted(Ids.number("isrc year", id(track), 100), Ids.number("isrc", id(track), 100_000)));
    }

    static ObjectNode simplified(Look look, Track track) {
        ObjectNode song = Objects.named(look, "track", id(track))
                .put("disc_number", 1)
                .put("duration_ms", milliseconds(track))
                .put("explicit", track.explicit().orElse(false))
                .put("is_local", false)
                .put("name", track.title().orElse("Unknown"))
                .put("track_number", 1 + Ids.number("number", id(track), TRACKS_ON_A_RECORD));
        song.putNull("preview_url");
        song.set("artists", Artists.simplified(look, Artists.of(track)));
        if (look.market()) {
            song.put("is_playable", true);
        } else if (!look.development()) {
            song.set("available_markets", Objects.markets());
        }
        return song;
    }

    /// @param albumTracks all of its album
    static ObjectNode full(Look look, Track track, List<Track> albumTracks) {
        ObjectNode song = simplified(look, track);
        song.set("album", Albums.simplified(look, albumTracks));
        song.set("external_ids", Json.object().put("isrc", isrc(track)));
        return look.development()
                ? song
                : song.put(
                        "popularity",
                        track.popularity().orElseGet(() -> Ids.number("popularity", id(track), MOST_POPULAR)));
    }

    /// A file on the person's disk, of which there is hardly anything to say.
    static ObjectNode local(Entry.Item.LocalFile file) {
        ObjectNode song = Json.object()
                .put("disc_number", 0)
                .put(
                        "duration_ms",
                        file.track()
                                .duration()
                                .map(java.time.Duration::toMillis)
                                .orElse(0L))
                .put("explicit", false)
                .put("is_local", true)
                .put("name", file.track().title().orElse(""))
                .put("popularity", 0)
                .put("track_number", 0)
                .put("type", "track")
                .put("uri", file.uri());
        List.of("href", "id", "preview_url").forEach(song::putNull);
        List.of("external_urls", "external_ids").forEach(song::putObject);
        var artists = song.putArray("artists");
        file.track().artists().forEach(name -> artists.add(nameless("artist").put("name", name)));
        ObjectNode album = nameless("album").put("name", file.track().album().orElse(""));
        List.of("album_type", "release_date", "release_date_precision").forEach(album::putNull);
        List.of("artists", "images", "available_markets").forEach(album::putArray);
        song.set("album", album);
        return song;
    }

    private static ObjectNode nameless(String type) {
        ObjectNode object = Json.object().put("type", type);
        object.putObject("external_urls");
        List.of("href", "id", "uri").forEach(object::putNull);
        return object;
    }
}
