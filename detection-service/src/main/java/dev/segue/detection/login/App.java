package dev.segue.detection.login;

import dev.segue.detection.DetectionConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// The person's app at a service, as the settings have it. Immutable.
///
/// @param secret    absent: PKCE alone proves who asks
/// @param accounts  the login server
/// @param tokenFile where the login is kept
record App(Service service, String clientId, Optional<Secret> secret, URI accounts, Path tokenFile) {

    /// The app for `service`; empty if none is configured.
    static Optional<App> of(Service service, DetectionConfig config) {
        return switch (service) {
            case SPOTIFY -> {
                var spotify = config.spotify();
                yield spotify.clientId()
                        .map(id -> new App(
                                service,
                                id,
                                spotify.clientSecret().map(Secret::new),
                                spotify.accountsUrl(),
                                spotify.tokenFile()));
            }
            case SOUNDCLOUD -> {
                var soundCloud = config.soundcloud();
                yield soundCloud
                        .clientId()
                        .map(id -> new App(
                                service,
                                id,
                                soundCloud.clientSecret().map(Secret::new),
                                soundCloud.accountsUrl(),
                                soundCloud.tokenFile()));
            }
        };
    }

    /// The address of a page of the login server.
    URI at(String path) {
        return URI.create(accounts.toString().replaceAll("/+$", "") + path);
    }
}
