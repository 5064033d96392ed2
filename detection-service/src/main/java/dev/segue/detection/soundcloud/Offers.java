package dev.segue.detection.soundcloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.detection.Original.Reason;
import dev.segue.detection.Original.Withheld;
import dev.segue.library.TrackId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What uploaders offered within the last hour, as tracks and pages of likes said. Thread-safe.
///
/// So whoever has just read 200 likes need not ask for each of them whether it may be downloaded.
@ApplicationScoped
class Offers {

    static final Offer NOTHING =
            new Offer.No(new Withheld(Reason.NOT_OFFERED, "SoundCloud does not offer it for download"));

    private static final Duration BELIEVED = Duration.ofHours(1);
    private static final int MOST = 20_000;

    /// What is offered.
    sealed interface Offer {

        /// A file, by way of this address of the API.
        record At(URI address) implements Offer {}

        record No(Withheld withheld) implements Offer {}
    }

    private record Seen(Offer offer, Instant at) {}

    private final InstantSource clock;
    private final Map<TrackId, Seen> seen = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TrackId, Seen> eldest) {
            return size() > MOST;
        }
    });

    Offers(InstantSource clock) {
        this.clock = clock;
    }

    /// Takes note of a track as the API shows it.
    void seen(TrackId id, JsonNode track) {
        seen.put(id, new Seen(offer(track), clock.instant()));
    }

    /// What was offered lately.
    Optional<Offer> of(TrackId id) {
        Instant now = clock.instant();
        return Optional.ofNullable(seen.get(id))
                .filter(one -> !now.isBefore(one.at()) && now.isBefore(one.at().plus(BELIEVED)))
                .map(Seen::offer);
    }

    private static Offer offer(JsonNode track) {
        String access = track.path("access").asText("");
        String address = track.path("download_url").asText("");
        if (track.path("downloadable").asBoolean(false) && !address.isEmpty() && !address.equals("null")) {
            try {
                return new Offer.At(URI.create(address));
            } catch (IllegalArgumentException garbled) {
                return NOTHING;
            }
        }
        return switch (access) {
            case "preview" -> new Offer.No(new Withheld(Reason.PREVIEW, "SoundCloud gives only a preview of it"));
            case "blocked" -> new Offer.No(new Withheld(Reason.BLOCKED, "SoundCloud blocks it here"));
            default -> NOTHING;
        };
    }
}
