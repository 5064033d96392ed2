package dev.segue.detection.login;

import dev.segue.library.fact.ApiStatus.Api;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What differs between the login servers. From Spotify's and SoundCloud's documentation, as of 2026.
enum Service {
    /// Refresh tokens end six months after the consent (since June 2026), however often they are renewed.
    SPOTIFY(
            Api.SPOTIFY,
            "Spotify",
            "/api/token",
            "user-read-currently-playing user-read-recently-played user-library-read"
                    + " playlist-read-private playlist-read-collaborative",
            true,
            Optional.of(Period.ofMonths(6))),
    SOUNDCLOUD(Api.SOUNDCLOUD, "SoundCloud", "/oauth/token", "", false, Optional.empty());

    private final Api api;
    private final String label;
    private final String tokenPath;
    private final String scopes;
    private final boolean basic;
    private final Optional<Period> life;

    Service(Api api, String label, String tokenPath, String scopes, boolean basic, Optional<Period> life) {
        this.api = api;
        this.label = label;
        this.tokenPath = tokenPath;
        this.scopes = scopes;
        this.basic = basic;
        this.life = life;
    }

    /// The service that is called `name` on the command line and in paths.
    static Optional<Service> named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.word().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static Service of(Api api) {
        return Arrays.stream(values())
                .filter(service -> service.api == api)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no login for " + api));
    }

    static String words() {
        return Arrays.stream(values()).map(Service::word).collect(Collectors.joining(" or "));
    }

    Api api() {
        return api;
    }

    /// Its name, for people.
    String label() {
        return label;
    }

    /// Its name in commands, paths and settings.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String tokenPath() {
        return tokenPath;
    }

    /// What Segue asks to be allowed; nothing that changes anything. Empty where there are no scopes.
    String scopes() {
        return scopes;
    }

    /// Whether the app's secret goes into a header; else into the form.
    boolean basic() {
        return basic;
    }

    /// How long a consent lasts.
    Optional<Period> life() {
        return life;
    }

    /// What a person does about a login that is over.
    String advice() {
        return "log in again with ./segue login " + word();
    }
}
