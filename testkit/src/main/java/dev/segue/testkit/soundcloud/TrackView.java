package dev.segue.testkit.soundcloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.ReleaseDate;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Json;
import java.util.List;
import java.util.stream.Collectors;

/// Tracks and users as the API shows them.
final class TrackView {

    private static final String SITE = "https://soundcloud.com";
    private static final int MOST = 10_000;

    private TrackView() {}

    /// @param origin how the caller reaches this server
    static ObjectNode track(String origin, Upload upload, boolean liked) {
        String uri = origin + "/tracks/" + upload.urn();
        ObjectNode track = Json.object()
                .put("kind", "track")
                .put("urn", upload.urn())
                .put("uri", uri)
                .put("title", upload.title())
                .put("permalink_url", SITE + upload.permalink())
                .put("duration", (int) upload.length().toMillis())
                .put("access", upload.reach().label())
                .put("streamable", upload.reach() != Upload.Reach.BLOCKED)
                .put("stream_url", uri + "/stream")
                .put("downloadable", upload.downloadable())
                .put("download_url", upload.downloadable() ? uri + "/download" : null)
                .put("user_favorite", liked);
        track.set("user", user(origin, upload));
        described(track, upload);
        counted(track, upload);
        return track;
    }

    private static void described(ObjectNode track, Upload upload) {
        track.put("artwork_url", "https://i1.sndcdn.com/artworks-" + upload.number() + "-large.jpg")
                .put("created_at", "2019/01/15 15:40:49 +0000")
                .put("description", "")
                .put("genre", upload.genres().isEmpty() ? "" : upload.genres().getFirst())
                .put("tag_list", tags(upload.genres()))
                .put("license", upload.downloadable() ? "cc-by-nc" : "all-rights-reserved")
                .put("sharing", "public")
                .put("embeddable_by", "all")
                .put("commentable", true)
                .put("reveal_stats", true)
                .put("reveal_comments", true)
                .put("waveform_url", "https://wave.sndcdn.com/" + upload.number() + ".png");
        upload.artist().ifPresent(artist -> track.put("metadata_artist", artist));
        upload.label().ifPresent(label -> track.put("label_name", label));
        upload.isrc().ifPresent(isrc -> track.put("isrc", isrc));
        upload.tempo().ifPresent(tempo -> track.put("bpm", tempo));
        upload.released().ifPresent(date -> released(track, date));
    }

    private static void released(ObjectNode track, ReleaseDate date) {
        List<String> names = List.of("release_year", "release_month", "release_day");
        String[] parts = date.text().split("-", -1);
        for (int at = 0; at < parts.length; at++) {
            track.put(names.get(at), Integer.parseInt(parts[at]));
        }
    }

    private static void counted(ObjectNode track, Upload upload) {
        for (String what : List.of(
                "comment_count",
                "download_count",
                "favoritings_count",
                "playback_count",
                "reposts_count",
                "user_playback_count")) {
            track.put(what, Ids.number(what, upload.urn(), MOST));
        }
    }

    /// Tags are parted by blanks, so those with blanks inside are quoted.
    private static String tags(List<String> genres) {
        return genres.stream()
                .map(genre -> genre.contains(" ") ? '"' + genre + '"' : genre)
                .collect(Collectors.joining(" "));
    }

    static ObjectNode user(String origin, Upload upload) {
        return user(origin, upload.userNumber(), upload.uploader());
    }

    static ObjectNode user(String origin, long number, String name) {
        String urn = "soundcloud:users:" + number;
        return Json.object()
                .put("kind", "user")
                .put("urn", urn)
                .put("uri", origin + "/users/" + urn)
                .put("username", name)
                .put("full_name", name)
                .put("first_name", "")
                .put("last_name", "")
                .put("permalink", Upload.slug(name))
                .put("permalink_url", SITE + "/" + Upload.slug(name))
                .put("avatar_url", "https://i1.sndcdn.com/avatars-" + number + "-large.jpg")
                .put("created_at", "2012-03-04T05:06:07Z")
                .put("last_modified", "2026-01-13T00:00:00Z")
                .put("plan", "Free")
                .put("city", "")
                .put("country", "")
                .put("followers_count", Ids.number("followers", urn, MOST))
                .put("followings_count", Ids.number("followings", urn, MOST))
                .put("playlist_count", 0)
                .put("public_favorites_count", 0)
                .put("reposts_count", 0)
                .put("track_count", 1);
    }
}
