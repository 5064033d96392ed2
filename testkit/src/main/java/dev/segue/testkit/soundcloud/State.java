package dev.segue.testkit.soundcloud;

import java.util.List;

/// Everything held, for `GET /__control/state`. Immutable.
///
/// @param tracks how many are known, liked or not
/// @param likes  the newest first
record State(int tracks, List<Line> likes) {

    /// One liked track.
    record Line(String urn, String title, String url, String shortUrl, String access, boolean downloadable) {

        static Line of(Upload upload) {
            return new Line(
                    upload.urn(),
                    upload.title(),
                    "https://soundcloud.com" + upload.permalink(),
                    "https://on.soundcloud.com" + upload.shortLink(),
                    upload.reach().label(),
                    upload.downloadable());
        }
    }

    static State of(Uploads uploads) {
        return new State(
                uploads.all().size(),
                uploads.likes().stream().map(like -> Line.of(like.upload())).toList());
    }
}
