/// Spotify's accounts server and web API.
///
/// [SpotifyClient] makes the calls, each through the gate; [WebApi] carries one out and refuses what is no proper
/// answer; [TrackJson] and [ListJson] read what is.
@NullMarked
package dev.segue.detection.spotify;

import org.jspecify.annotations.NullMarked;
