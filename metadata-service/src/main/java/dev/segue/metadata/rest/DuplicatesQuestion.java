package dev.segue.metadata.rest;

import dev.segue.library.match.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// `{"tracks": [{"id": "spotify:…"}, {"title": "…", "artist": "…", "durationMs": 200000}]}`
record DuplicatesQuestion(Optional<List<Asked>> tracks) {

    /// One of them.
    ///
    /// @param artists instead of, or together with, `artist`
    record Asked(
            Optional<String> id,
            Optional<String> title,
            Optional<String> artist,
            Optional<List<String>> artists,
            Optional<String> album,
            Optional<Long> durationMs,
            Optional<String> isrc,
            Optional<Boolean> explicit) {

        /// What is said of it.
        ///
        /// @throws IllegalArgumentException if that names nothing
        Recording recording() {
            if (id.isEmpty() && title.isEmpty() && isrc.isEmpty()) {
                throw new IllegalArgumentException("each of \"tracks\" needs an \"id\", an \"isrc\", or a \"title\"");
            }
            if (durationMs.filter(length -> length <= 0).isPresent()) {
                throw new IllegalArgumentException("\"durationMs\" must be more than 0");
            }
            if (artists.filter(names -> names.stream().anyMatch(Objects::isNull))
                    .isPresent()) {
                throw new IllegalArgumentException("each of \"artists\" must be a text");
            }
            return new Recording(
                    id,
                    title,
                    Stream.concat(artist.stream(), artists.stream().flatMap(List::stream))
                            .toList(),
                    album,
                    durationMs.map(Duration::ofMillis),
                    isrc,
                    explicit);
        }
    }
}
