package dev.segue.testkit.spotify;

import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Refusal;
import java.util.List;

/// Endpoints that no app can use here: those that Spotify took away in November 2024 (404) and 2026 (403), and that
/// Segue has no use for. They are listed so that a call of one is counted under its name.
final class Removed {

    private static final List<String> NOT_FOUND = List.of(
            "/v1/artists/{id}/related-artists",
            "/v1/browse/categories",
            "/v1/browse/categories/{id}/playlists",
            "/v1/browse/featured-playlists",
            "/v1/browse/new-releases",
            "/v1/markets",
            "/v1/recommendations",
            "/v1/recommendations/available-genre-seeds");
    private static final List<String> FORBIDDEN = List.of("/v1/audio-analysis/{id}", "/v1/episodes", "/v1/shows");

    private Removed() {}

    static List<Endpoint> endpoints(Caller caller) {
        return java.util.stream.Stream.concat(
                        NOT_FOUND.stream().map(path -> removed(caller, path, 404, "Not found")),
                        FORBIDDEN.stream().map(path -> removed(caller, path, 403, "Forbidden")))
                .toList();
    }

    private static Endpoint removed(Caller caller, String path, int status, String message) {
        return caller.open("GET", path, (_, _) -> {
            throw new Refusal(status, message);
        });
    }
}
