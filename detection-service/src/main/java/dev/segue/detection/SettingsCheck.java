package dev.segue.detection;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.Locale;

/// Settings with which nothing would ever be asked, or the wrong server: they stop the start, with one line that names
/// the key and what it accepts.
final class SettingsCheck {

    private static final int MOST_A_SECOND = 1_000_000;

    private SettingsCheck() {}

    /// @throws ConfigurationException if the APIs cannot be asked with `config`
    static void pass(DetectionConfig config) {
        DetectionConfig.Spotify spotify = config.spotify();
        address("segue.spotify.base-url", spotify.baseUrl());
        if (!withoutSlash(spotify.baseUrl()).endsWith("/v1")) {
            throw wrong("segue.spotify.base-url", "an address that ends in /v1", spotify.baseUrl());
        }
        address("segue.spotify.accounts-url", spotify.accountsUrl());
        pace("segue.spotify.per-second", spotify.perSecond());
        atLeast("segue.spotify.reserve", 0, spotify.reserve());
        if (spotify.dailyBudget() <= spotify.reserve()) {
            throw wrong(
                    "segue.spotify.daily-budget",
                    "a number above segue.spotify.reserve, which is " + spotify.reserve(),
                    spotify.dailyBudget());
        }
        DetectionConfig.Soundcloud soundCloud = config.soundcloud();
        address("segue.soundcloud.base-url", soundCloud.baseUrl());
        address("segue.soundcloud.accounts-url", soundCloud.accountsUrl());
        pace("segue.soundcloud.per-second", soundCloud.perSecond());
        atLeast("segue.soundcloud.daily-budget", 1, soundCloud.dailyBudget());
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceAll("/+$", "");
    }

    private static void address(String key, URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean plain = address.getRawQuery() == null && address.getRawFragment() == null;
        if (!(scheme.equals("https") || scheme.equals("http")) || address.getHost() == null || !plain) {
            throw wrong(key, "an address of http or https", address);
        }
    }

    private static void pace(String key, int perSecond) {
        if (perSecond < 1 || perSecond > MOST_A_SECOND) {
            throw wrong(key, "a number from 1 to " + MOST_A_SECOND, perSecond);
        }
    }

    private static void atLeast(String key, int least, int value) {
        if (value < least) {
            throw wrong(key, "a number from " + least, value);
        }
    }

    private static ConfigurationException wrong(String key, String accepted, Object value) {
        return new ConfigurationException(key + " accepts " + accepted + ", not " + value);
    }
}
