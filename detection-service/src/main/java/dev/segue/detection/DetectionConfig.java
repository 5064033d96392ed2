package dev.segue.detection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// The settings of this service; all are in `docs/configuration.md`.
@ConfigMapping(prefix = "segue")
public interface DetectionConfig {

    /// Whom to ask for a track.
    @WithDefault("csv-first")
    LookupMode lookup();

    Csv csv();

    Spotify spotify();

    Soundcloud soundcloud();

    Schedule schedule();

    Current current();

    /// Whom to ask for a track.
    enum LookupMode {
        /// the CSV library, and the API for what it lacks
        CSV_FIRST,
        /// the CSV library and nobody else: offline
        CSV_ONLY,
        /// the API
        API_ONLY
    }

    /// The person's CSV backups.
    interface Csv {

        /// The backup directory.
        @WithDefault("backup")
        Path directory();
    }

    /// Access to Spotify.
    interface Spotify {

        /// The app's client id; absent = not configured.
        Optional<String> clientId();

        /// The app's client secret; a secret.
        Optional<String> clientSecret();

        /// The web API.
        @WithDefault("https://api.spotify.com/v1")
        URI baseUrl();

        /// The login server.
        @WithDefault("https://accounts.spotify.com")
        URI accountsUrl();

        /// Calls in any 24 hours.
        @WithDefault("800")
        int dailyBudget();

        /// How many of them are kept for what plays now.
        @WithDefault("100")
        int reserve();

        /// Calls a second, after a few at once.
        @WithDefault("3")
        int perSecond();

        /// Where a person's login is kept.
        @WithDefault(".segue/spotify-login.json")
        Path tokenFile();
    }

    /// When sources are looked at without being asked: cron expressions with seconds, as in `0 0 6 * * ?`.
    interface Schedule {

        /// The liked songs; absent = never.
        Optional<String> liked();

        /// What was liked since the export; absent = never.
        Optional<String> newestLikes();

        /// All playlists; absent = never.
        Optional<String> playlists();

        /// The likes on SoundCloud; absent = never.
        Optional<String> soundcloud();

        /// The whole backup; absent = never.
        Optional<String> backup();
    }

    /// What plays now.
    interface Current {

        /// Whether to follow what the person listens to.
        @WithDefault("false")
        boolean watch();
    }

    /// Access to SoundCloud.
    interface Soundcloud {

        /// The app's client id; absent = not configured.
        Optional<String> clientId();

        /// The app's secret.
        Optional<String> clientSecret();

        /// The API.
        @WithDefault("https://api.soundcloud.com")
        URI baseUrl();

        /// Calls in any 24 hours.
        @WithDefault("5000")
        int dailyBudget();

        /// Calls a second, after a few at once.
        @WithDefault("2")
        int perSecond();

        /// The login server.
        @WithDefault("https://secure.soundcloud.com")
        URI accountsUrl();

        /// Where a person's login is kept.
        @WithDefault(".segue/soundcloud-login.json")
        Path tokenFile();
    }
}
