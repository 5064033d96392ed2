package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Json;
import java.util.List;
import java.util.Locale;

/// Albums: whatever tracks of one album title and first artist make.
///
/// The OpenAPI document requires some fields that new apps are said not to get; such apps see them empty.
final class Albums {

    private static final int MOST_POPULAR = 101;
    private static final int FIRST_YEAR = 1970;
    private static final int YEARS = 50;

    private Albums() {}

    static String id(Track track) {
        return Ids.of("album", title(track) + '\n' + Artists.of(track).getFirst());
    }

    static String title(Track track) {
        return track.album().or(track::title).orElse("Unknown");
    }

    /// @param tracks of the album, at least one, all that are known
    static ObjectNode simplified(Look look, List<Track> tracks) {
        Track first = tracks.getFirst();
        ReleaseDate released = first.releaseDate().orElseGet(() -> released(first));
        ObjectNode album = Objects.named(look, "album", id(first))
                .put("album_type", tracks.size() == 1 ? "single" : "album")
                .put("name", title(first))
                .put("release_date", released.text())
                .put("release_date_precision", released.precision().name().toLowerCase(Locale.ROOT))
                .put("total_tracks", tracks.size());
        album.set("artists", Artists.simplified(look, List.of(Artists.of(first).getFirst())));
        album.set("images", Objects.covers(id(first)));
        album.set("available_markets", look.development() ? Json.array() : Objects.markets());
        return look.market() ? album.put("is_playable", true) : album;
    }

    /// @param page of its tracks
    static ObjectNode full(Look look, List<Track> tracks, ObjectNode page) {
        Track first = tracks.getFirst();
        String label = first.label().orElse("Independent");
        ObjectNode album = simplified(look, tracks);
        album.set("tracks", page);
        album.putArray("copyrights").addObject().put("text", "(C) " + label).put("type", "C");
        album.set("external_ids", Json.object().put("upc", upc(first)));
        album.putArray("genres");
        return album.put("label", look.development() ? "" : label)
                .put("popularity", look.development() ? 0 : Ids.number("popularity", id(first), MOST_POPULAR));
    }

    private static ReleaseDate released(Track track) {
        return ReleaseDate.of(Integer.toString(FIRST_YEAR + Ids.number("year", id(track), YEARS)));
    }

    private static String upc(Track track) {
        return "0%011d".formatted(Ids.number("upc", id(track), Integer.MAX_VALUE));
    }
}
