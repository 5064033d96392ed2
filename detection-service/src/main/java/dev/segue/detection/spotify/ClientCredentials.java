package dev.segue.detection.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.detection.AccessTokens;
import dev.segue.detection.DetectionConfig;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.library.fact.Wire;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// The app's own right to ask Spotify, by its id and secret: enough for tracks, not for what belongs to a person.
@Named("client-credentials")
@DefaultBean
@ApplicationScoped
class ClientCredentials implements AccessTokens {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final String NO_SECRET =
            "nobody has logged in (./segue login spotify), and there is no segue.spotify.client-secret";

    private record Held(String token, Instant until) {}

    private final DetectionConfig.Spotify config;
    private final Clock clock;
    private final Http http = new Http();
    private Optional<Held> held = Optional.empty();
    private Optional<Access> hopeless = Optional.empty();

    ClientCredentials(DetectionConfig config, Clock clock) {
        this.config = config.spotify();
        this.clock = clock;
    }

    @Override
    public synchronized Access access(Api api) {
        if (api != Api.SPOTIFY
                || config.clientId().isEmpty()
                || config.clientSecret().isEmpty()) {
            return new Access.NeedsLogin(NO_SECRET);
        }
        if (hopeless.isPresent()) {
            return hopeless.get();
        }
        return held.filter(token -> clock.instant().isBefore(token.until()))
                .<Access>map(token -> new Access.Granted(token.token(), false))
                .orElseGet(this::renew);
    }

    @Override
    public synchronized void refused(Api api, String token) {
        held = held.filter(known -> !known.token().equals(token));
    }

    private Access renew() {
        try {
            return answer(http.send(request()));
        } catch (IOException away) {
            return new Access.NotNow("the login server does not answer: " + away.getMessage());
        }
    }

    private HttpRequest request() {
        String pair = config.clientId().orElse("") + ':' + config.clientSecret().orElse("");
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(config.accountsUrl() + "/api/token"))
                .timeout(TIMEOUT)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    private Access answer(HttpResponse<byte[]> response) throws IOException {
        int status = response.statusCode();
        if (status == 400 || status == 401) {
            Access refusal = new Access.NeedsLogin("segue.spotify.client-id and client-secret are refused");
            hopeless = Optional.of(refusal);
            return refusal;
        }
        if (status != 200) {
            return new Access.NotNow("the login server answered " + status);
        }
        JsonNode json = Wire.json().readTree(response.body());
        String token = json.path("access_token").asText("");
        if (token.isEmpty()) {
            return new Access.NotNow("the login server gave no token");
        }
        Duration lasts = Duration.ofSeconds(json.path("expires_in").asLong(0));
        held = Optional.of(new Held(token, clock.instant().plus(lasts).minus(MARGIN)));
        return new Access.Granted(token, false);
    }
}
