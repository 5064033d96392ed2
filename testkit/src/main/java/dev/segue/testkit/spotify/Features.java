package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.AudioFeatures;
import dev.segue.library.Track;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Json;
import java.util.Optional;
import java.util.function.Function;

/// Audio features: those of the CSV export, and what it lacks follows from the id.
final class Features {

    private Features() {}

    static ObjectNode of(Look look, Track track) {
        String id = Songs.id(track);
        return Json.object()
                .put("acousticness", share(track, "acousticness", AudioFeatures::acousticness))
                .put("analysis_url", look.href("/audio-analysis/" + id))
                .put("danceability", share(track, "danceability", AudioFeatures::danceability))
                .put("duration_ms", Songs.milliseconds(track))
                .put("energy", share(track, "energy", AudioFeatures::energy))
                .put("id", id)
                .put("instrumentalness", share(track, "instrumentalness", AudioFeatures::instrumentalness))
                .put("key", known(track, AudioFeatures::key).orElseGet(() -> Ids.number("key", id, 12)))
                .put("liveness", share(track, "liveness", AudioFeatures::liveness))
                .put("loudness", known(track, AudioFeatures::loudness).orElseGet(() -> -20 * Ids.share("loud", id)))
                .put("mode", known(track, AudioFeatures::mode).orElseGet(() -> Ids.number("mode", id, 2)))
                .put("speechiness", share(track, "speechiness", AudioFeatures::speechiness))
                .put("tempo", known(track, AudioFeatures::tempo).orElseGet(() -> 70 + 110 * Ids.share("tempo", id)))
                .put(
                        "time_signature",
                        known(track, AudioFeatures::timeSignature).orElse(4))
                .put("track_href", look.href("/tracks/" + id))
                .put("type", "audio_features")
                .put("uri", "spotify:track:" + id)
                .put("valence", share(track, "valence", AudioFeatures::valence));
    }

    private static double share(Track track, String name, Function<AudioFeatures, Optional<Double>> feature) {
        return known(track, feature).orElseGet(() -> Ids.share(name, Songs.id(track)));
    }

    private static <T> Optional<T> known(Track track, Function<AudioFeatures, Optional<T>> feature) {
        return track.features().flatMap(feature);
    }
}
