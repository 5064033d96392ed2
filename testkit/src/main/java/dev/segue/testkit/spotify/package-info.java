/// Spotify, stood in for: accounts and web API on one port.
///
/// [dev.segue.testkit.spotify.SpotifyStandIn] is the running server. Inside, `Spotify` is the likeness; `Accounts`
/// and `Consent` are the login; `Catalogue`, `Search`, `Library`, `Playlists` and `Player` the endpoints; `Removed`
/// those that no app has any more; `Limits` and `Mode` what an app may do; `Holdings` the data; `Songs`, `Albums`,
/// `Artists` and others write objects as the OpenAPI document has them.
///
/// What the real one answers is in Spotify's OpenAPI document as github.com/sonallux/spotify-web-api keeps it. Where
/// that document and reports differ, a comment says so.
@NullMarked
package dev.segue.testkit.spotify;

import org.jspecify.annotations.NullMarked;
