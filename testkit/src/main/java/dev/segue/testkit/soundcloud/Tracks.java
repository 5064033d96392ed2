package dev.segue.testkit.soundcloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// One track, several, and what a link leads to. Thread-safe.
final class Tracks {

    private static final String URN = "soundcloud:tracks:";
    private static final String SHORT_HOST = "on.soundcloud.com";
    private static final Set<String> HOSTS = Set.of("soundcloud.com", "www.soundcloud.com", "m.soundcloud.com");
    private static final int MOST = 200;

    private final Uploads uploads;
    private final Login login;

    Tracks(Uploads uploads, Login login) {
        this.uploads = uploads;
        this.login = login;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of("GET", "/tracks/{track_urn}", this::track),
                Endpoint.of("GET", "/tracks", this::search),
                Endpoint.of("GET", "/users/{user_urn}", this::user),
                Endpoint.of("GET", "/resolve", this::resolve));
    }

    /// The track of a call; the number alone will do for the urn, as it did until 2025.
    ///
    /// @throws Refusal 404 if there is none
    Upload find(Call call) {
        return find(call.place("track_urn")).orElseThrow(() -> new Refusal(404, ""));
    }

    private Optional<Upload> find(String urn) {
        String number = urn.startsWith(URN) ? urn.substring(URN.length()) : urn;
        return uploads.find(upload -> Long.toString(upload.number()).equals(number));
    }

    private Answer track(Call call) {
        var _ = login.access(call);
        return Answer.json(200, shown(call, find(call)));
    }

    private ObjectNode shown(Call call, Upload upload) {
        boolean liked = uploads.likes().stream().anyMatch(like -> like.upload().equals(upload));
        return TrackView.track(call.origin(), upload, liked);
    }

    private Answer search(Call call) {
        var _ = login.access(call);
        Set<String> access =
                Set.of(call.parameter("access").orElse("playable,preview").split(",", -1));
        Predicate<Upload> wanted = call.parameter("urns")
                .map(urns -> wanted(List.of(urns.split(",", -1))))
                .orElseGet(() -> wanted(call.parameter("q").orElse("")));
        ArrayNode collection = Json.array();
        uploads.all().stream()
                .filter(wanted)
                .filter(upload -> access.contains(upload.reach().label()))
                .limit(MOST)
                .forEach(upload -> collection.add(shown(call, upload)));
        return call.parameter("linked_partitioning").isPresent()
                ? Answer.json(200, Json.object().set("collection", collection))
                : Answer.json(200, collection);
    }

    private static Predicate<Upload> wanted(List<String> urns) {
        return upload -> urns.contains(upload.urn());
    }

    private static Predicate<Upload> wanted(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        return upload -> (upload.title() + ' ' + upload.uploader())
                .toLowerCase(Locale.ROOT)
                .contains(text);
    }

    private Answer user(Call call) {
        var _ = login.access(call);
        String urn = call.place("user_urn");
        if (urn.endsWith(":" + SoundCloud.USER_NUMBER)) {
            return Answer.json(200, TrackView.user(call.origin(), SoundCloud.USER_NUMBER, SoundCloud.USER));
        }
        return uploads.find(upload -> urn.endsWith(":" + upload.userNumber()))
                .map(upload -> Answer.json(200, TrackView.user(call.origin(), upload)))
                .orElseThrow(() -> new Refusal(404, ""));
    }

    private Answer resolve(Call call) {
        var _ = login.access(call);
        String location = location(call.parameter("url").orElse(""))
                .map(path -> call.origin() + path.replace(":", "%3A"))
                .orElseThrow(() -> new Refusal(404, ""));
        return found(location);
    }

    /// A redirect, as this API words it.
    static Answer found(String location) {
        return Answer.json(302, Json.object().put("status", "302 - Found").put("location", location))
                .with("Location", location);
    }

    /// The path of what a page shows.
    private Optional<String> location(String url) {
        try {
            URI page = new URI(url);
            String path = String.valueOf(page.getPath()).replaceAll("/$", "");
            if (SHORT_HOST.equals(page.getHost())) {
                return uploads.find(upload -> upload.shortLink().equals(path)).map(Tracks::path);
            }
            if (page.getHost() == null || !HOSTS.contains(page.getHost())) {
                return Optional.empty();
            }
            return uploads.find(upload -> upload.permalink().equals(path))
                    .map(Tracks::path)
                    .or(() -> uploads.find(upload -> path.equals('/' + Upload.slug(upload.uploader())))
                            .map(upload -> "/users/soundcloud:users:" + upload.userNumber()));
        } catch (java.net.URISyntaxException garbled) {
            return Optional.empty();
        }
    }

    private static String path(Upload upload) {
        return "/tracks/" + upload.urn();
    }
}
