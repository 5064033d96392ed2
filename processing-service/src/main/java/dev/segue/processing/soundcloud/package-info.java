/// What SoundCloud gives out of its tracks.
///
/// [SoundCloudDownload] asks detection-service for it, which alone has tokens and knows the budget.
@NullMarked
package dev.segue.processing.soundcloud;

import org.jspecify.annotations.NullMarked;
