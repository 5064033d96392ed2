package dev.segue.testkit.soundcloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Bytes;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Refusal;
import java.time.Duration;
import java.util.List;

/// Streams, previews and downloads: tones of the length that the track has, and of 30 seconds for a preview.
///
/// All of them are WAVE files, whatever the name of the stream says. Thread-safe.
final class Audio {

    private static final Duration PREVIEW = Duration.ofSeconds(30);
    private static final int LOWEST = 220;
    private static final int SPREAD = 440;

    private final Login login;
    private final Tracks tracks;

    Audio(Login login, Tracks tracks) {
        this.login = login;
        this.tracks = tracks;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of("GET", Plays.STREAMS, this::streams),
                Endpoint.of("GET", Plays.STREAM, this::stream),
                Endpoint.of("GET", "/tracks/{track_urn}/preview", this::preview),
                Endpoint.of("GET", "/tracks/{track_urn}/download", this::download),
                Endpoint.of("GET", "/cdn/{track_urn}/{part}", this::file));
    }

    /// What there is to hear: all forms, or the preview alone, or nothing.
    private Answer streams(Call call) {
        var _ = login.access(call);
        Upload upload = tracks.find(call);
        if (upload.reach() == Upload.Reach.BLOCKED) {
            throw new Refusal(404, "");
        }
        ObjectNode streams = Json.object();
        List<String> forms = upload.reach() == Upload.Reach.PREVIEW
                ? List.of("preview_mp3_128")
                : List.of("http_mp3_128", "hls_mp3_128", "hls_aac_160", "preview_mp3_128");
        forms.forEach(
                form -> streams.put(form + "_url", call.origin() + "/tracks/" + upload.urn() + "/streams/" + form));
        return Answer.json(200, streams);
    }

    /// Also this needs the token; the file it leads to does not.
    private Answer stream(Call call) {
        var _ = login.access(call);
        Upload upload = tracks.find(call);
        boolean preview = call.place("form").startsWith("preview");
        if (upload.reach() == Upload.Reach.BLOCKED || (upload.reach() == Upload.Reach.PREVIEW && !preview)) {
            throw new Refusal(404, "");
        }
        return call.place("form").startsWith("hls")
                ? Answer.of(200, "application/vnd.apple.mpegurl", segments(call, upload))
                : Tracks.found(cdn(call, upload, preview ? "preview.wav" : "full.wav"));
    }

    private static Bytes segments(Call call, Upload upload) {
        return Bytes.of("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:"
                + upload.length().toSeconds() + "\n#EXTINF:" + upload.length().toSeconds() + ",\n"
                + cdn(call, upload, "full.wav") + "\n#EXT-X-ENDLIST\n");
    }

    private static String cdn(Call call, Upload upload, String part) {
        return call.origin() + "/cdn/" + upload.number() + "/" + part;
    }

    private Answer preview(Call call) {
        var _ = login.access(call);
        return Tracks.found(cdn(call, tracks.find(call), "preview.wav"));
    }

    private Answer download(Call call) {
        var _ = login.access(call);
        Upload upload = tracks.find(call);
        if (!upload.downloadable()) {
            throw new Refusal(404, "");
        }
        return Tracks.found(cdn(call, upload, "full.wav"));
    }

    private Answer file(Call call) {
        Upload upload = tracks.find(call);
        Duration length = call.place("part").startsWith("preview") ? PREVIEW : upload.length();
        int pitch = LOWEST + Ids.number("pitch", upload.urn(), SPREAD);
        return Answer.of(200, "audio/wav", Wave.tone(pitch, length))
                .with("Content-Disposition", "attachment; filename=\"" + Upload.slug(upload.title()) + ".wav\"");
    }
}
