package dev.segue.detection.kafka;

import dev.segue.detection.DetectionConfig;
import dev.segue.detection.SoundCloudPerson;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/// Logs in to SoundCloud's stand-in.
@Alternative
@Singleton
class FansToken extends SoundCloudPerson {

    FansToken(DetectionConfig config) {
        super(config.soundcloud().accountsUrl());
    }
}
