package dev.segue.testkit.soundcloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// The person and what they like. Thread-safe.
final class Likes {

    private static final String ALL = "playable,preview,blocked";
    private static final String HEARD = "playable,preview";
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Uploads uploads;
    private final Login login;
    private final Tracks tracks;

    Likes(Uploads uploads, Login login, Tracks tracks) {
        this.uploads = uploads;
        this.login = login;
        this.tracks = tracks;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of("GET", "/me", this::me),
                Endpoint.of("GET", "/me/likes/tracks", this::own),
                Endpoint.of("GET", "/users/{user_urn}/likes/tracks", this::ofUser),
                Endpoint.of("POST", "/likes/tracks/{track_urn}", this::like),
                Endpoint.of("DELETE", "/likes/tracks/{track_urn}", this::unlike));
    }

    private Answer me(Call call) {
        login.person(call);
        return Answer.json(
                200,
                TrackView.user(call.origin(), SoundCloud.USER_NUMBER, SoundCloud.USER)
                        .put("likes_count", uploads.likes().size()));
    }

    /// Unlike all other listings this one shows blocked tracks, too, if not told otherwise.
    private Answer own(Call call) {
        login.person(call);
        return listed(call, ALL);
    }

    private Answer ofUser(Call call) {
        var _ = login.access(call);
        if (!call.place("user_urn").endsWith(":" + SoundCloud.USER_NUMBER)) {
            throw new Refusal(404, "");
        }
        return listed(call, HEARD);
    }

    private Answer listed(Call call, String usualAccess) {
        int limit = limit(call);
        String access = call.parameter("access").orElse(usualAccess);
        Set<String> shown = Set.of(access.split(",", -1));
        long before = cursor(call);
        List<Uploads.Like> found = uploads.likes().stream()
                .filter(like -> like.turn() < before)
                .filter(like -> shown.contains(like.upload().reach().label()))
                .toList();
        ArrayNode collection = Json.array();
        found.stream()
                .limit(limit)
                .forEach(like -> collection.add(TrackView.track(call.origin(), like.upload(), true)));
        if (!call.parameter("linked_partitioning").filter(Likes::isTrue).isPresent()) {
            return Answer.json(200, collection);
        }
        ObjectNode page = Json.object();
        page.set("collection", collection);
        if (found.size() > limit) {
            page.put("next_href", next(call, limit, access, found.get(limit - 1).turn()));
        }
        return Answer.json(200, page);
    }

    private static boolean isTrue(String text) {
        return text.equals("true") || text.equals("1");
    }

    private static int limit(Call call) {
        try {
            int limit = Integer.parseInt(call.parameter("limit").orElse(Integer.toString(USUAL)));
            if (limit < 1 || limit > MOST) {
                throw new Refusal(400, "limit must be between 1 and 200");
            }
            return limit;
        } catch (NumberFormatException none) {
            throw new Refusal(400, "limit must be a number", none);
        }
    }

    /// A place in the list that stays where it is while things are liked above it.
    private static String next(Call call, int limit, String access, long turn) {
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(turn).getBytes(StandardCharsets.UTF_8));
        return call.origin() + call.path() + "?linked_partitioning=true&limit=" + limit + "&access="
                + access.replace(",", "%2C") + "&cursor=" + cursor;
    }

    private static long cursor(Call call) {
        try {
            return call.parameter("cursor")
                    .map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8))
                    .map(Long::parseLong)
                    .orElse(Long.MAX_VALUE);
        } catch (IllegalArgumentException garbled) {
            throw new Refusal(400, "invalid cursor", garbled);
        }
    }

    private Answer like(Call call) {
        login.person(call);
        uploads.like(tracks.find(call));
        return Answer.json(200, Json.object().put("status", "200 - OK"));
    }

    private Answer unlike(Call call) {
        login.person(call);
        uploads.unlike(tracks.find(call));
        return Answer.json(200, Json.object().put("status", "200 - OK"));
    }
}
