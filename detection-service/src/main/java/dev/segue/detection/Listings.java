package dev.segue.detection;

import dev.segue.detection.Spotify.Listed;
import dev.segue.detection.Spotify.Listing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The person's playlists with their snapshot ids: one call tells of 50 whether they have changed. For one thread at a
/// time. What was read is good for a minute, so that several questions in a row cost one.
final class Listings {

    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private record Held(List<Listed> playlists, Instant at) {}

    private final Spotify spotify;
    private final InstantSource clock;
    private Optional<Held> held = Optional.empty();

    Listings(Spotify spotify, InstantSource clock) {
        this.spotify = spotify;
        this.clock = clock;
    }

    /// What was read within the last minute.
    Optional<List<Listed>> recent() {
        Instant now = clock.instant();
        return held.filter(known ->
                        !now.isBefore(known.at()) && now.isBefore(known.at().plus(GOOD_FOR)))
                .map(Held::playlists);
    }

    /// All of them.
    Outcome<List<Listed>> all() {
        Optional<List<Listed>> known = recent();
        return known.isPresent() ? new Outcome.Answer<>(known.get()) : read();
    }

    private Outcome<List<Listed>> read() {
        var all = new ArrayList<Listed>();
        Optional<Integer> next = Optional.of(0);
        while (next.isPresent()) {
            Outcome<Listing> page = spotify.playlists(next.get());
            if (!(page instanceof Outcome.Answer<Listing>(Listing listing))) {
                return page.then(_ -> new Outcome.Failed<>("never"));
            }
            all.addAll(listing.playlists());
            next = listing.next();
        }
        held = Optional.of(new Held(List.copyOf(all), clock.instant()));
        return new Outcome.Answer<>(all);
    }
}
