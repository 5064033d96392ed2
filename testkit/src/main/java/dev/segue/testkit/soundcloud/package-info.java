/// SoundCloud, stood in for: login and API on one port.
///
/// [dev.segue.testkit.soundcloud.SoundCloudStandIn] is the running server. Inside, `SoundCloud` is the likeness,
/// `Login` its OAuth 2.1, `Likes`, `Tracks` and `Audio` the endpoints, `Uploads` the data; `Plays` keeps its limits.
///
/// What the real one answers is in SoundCloud's OpenAPI document (github.com/soundcloud/api). What that document
/// knows no null for is left out where there is nothing to say.
@NullMarked
package dev.segue.testkit.soundcloud;

import org.jspecify.annotations.NullMarked;
