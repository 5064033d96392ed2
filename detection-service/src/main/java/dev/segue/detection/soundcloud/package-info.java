/// SoundCloud's API.
///
/// [SoundCloudClient] says what is asked; [SoundCloudApi] makes the calls, each through the gate, and refuses what is
/// no
/// proper answer; [TrackJson] and [UploadTitle] read what is.
@NullMarked
package dev.segue.detection.soundcloud;

import org.jspecify.annotations.NullMarked;
