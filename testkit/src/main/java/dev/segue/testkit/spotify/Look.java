package dev.segue.testkit.spotify;

import dev.segue.testkit.standin.Call;

/// How objects are shown to one caller. Immutable.
///
/// @param origin      how the caller reaches this server
/// @param development whether the fields that new apps no longer get are left out
/// @param market      whether the caller named a market
record Look(String origin, boolean development, boolean market) {

    static Look of(Call call, Mode mode) {
        return new Look(
                call.origin(), mode.development(), call.parameter("market").isPresent());
    }

    /// The URL of an object.
    ///
    /// @param path such as `/tracks/4uLU6hMCjMI75M1A2tKUQC`
    String href(String path) {
        return origin + "/v1" + path;
    }
}
