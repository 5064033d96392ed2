package dev.segue.detection;

import dev.segue.library.AudioFeatures;
import dev.segue.library.Track;
import java.util.Optional;

/// Puts audio features to a track.
final class Features {

    private Features() {}

    static Track added(Track track, Optional<AudioFeatures> features) {
        return new Track(
                track.id(),
                track.title(),
                track.artists(),
                track.album(),
                track.duration(),
                track.releaseDate(),
                track.isrc(),
                track.explicit(),
                track.popularity(),
                track.label(),
                track.genres(),
                track.link(),
                track.addedAt(),
                features.filter(AudioFeatures::analysed).or(track::features));
    }
}
