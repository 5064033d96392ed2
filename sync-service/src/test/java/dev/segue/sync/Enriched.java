package dev.segue.sync;

import dev.segue.library.AudioFeatures;
import dev.segue.library.Placement;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Lookup;
import dev.segue.library.fact.Provenance;
import dev.segue.library.fact.TrackEnriched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Enriched facts for tests, each a small step from the last.
public record Enriched(TrackEnriched fact) {

    private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");

    /// Track number `n`, with every field filled.
    public static Enriched track(int n) {
        Track track = new Track(
                id(n),
                Optional.of("Song " + n),
                List.of("Artist " + n % 100, "Guest; with a semicolon"),
                Optional.of("Album " + n % 50),
                Optional.of(Duration.ofMillis(180_000 + n)),
                ReleaseDate.parse("2016-08"),
                Optional.of("GBAYE%07d".formatted(n)),
                Optional.of(false),
                Optional.of(50),
                Optional.of("Label"),
                List.of("house", "deep house"),
                id(n).link(),
                Optional.of(THEN),
                Optional.of(features(n)));
        return new Enriched(new TrackEnriched(
                track,
                Lookup.HIT,
                Provenance.all(Provenance.Origin.CSV),
                true,
                true,
                List.of(new Placement("Mix " + n % 10, n + 1)),
                Optional.empty(),
                THEN));
    }

    /// The id of track number `n`.
    public static TrackId id(int n) {
        return TrackId.spotify("%022d".formatted(n));
    }

    public Enriched titled(String title) {
        return with(Optional.of(title), fact.track().popularity());
    }

    public Enriched popular(int popularity) {
        return with(fact.track().title(), Optional.of(popularity));
    }

    /// Of this one genre.
    public Enriched of(String genre) {
        return with(fact.track().title(), fact.track().popularity(), List.of(genre));
    }

    private Enriched with(Optional<String> title, Optional<Integer> popularity) {
        return with(title, popularity, fact.track().genres());
    }

    private Enriched with(Optional<String> title, Optional<Integer> popularity, List<String> genres) {
        Track old = fact.track();
        Track track = new Track(
                old.id(),
                title,
                old.artists(),
                old.album(),
                old.duration(),
                old.releaseDate(),
                old.isrc(),
                old.explicit(),
                popularity,
                old.label(),
                genres,
                old.link(),
                old.addedAt(),
                old.features());
        return with(track, fact.complete(), fact.playlists(), fact.duplicateOf());
    }

    /// As made from a hint: the title and artists only.
    public Enriched partial() {
        Track old = fact.track();
        Track hint = new Track(
                old.id(),
                old.title(),
                old.artists(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                old.link(),
                Optional.empty(),
                Optional.empty());
        return with(hint, false, List.of(), Optional.empty());
    }

    public Enriched in(Placement... places) {
        return with(fact.track(), fact.complete(), List.of(places), fact.duplicateOf());
    }

    public Enriched duplicateOf(TrackId other) {
        return with(fact.track(), fact.complete(), fact.playlists(), Optional.of(other));
    }

    private Enriched with(Track track, boolean complete, List<Placement> playlists, Optional<TrackId> duplicateOf) {
        return new Enriched(new TrackEnriched(
                track, fact.lookup(), fact.provenance(), complete, fact.liked(), playlists, duplicateOf, fact.at()));
    }

    private static AudioFeatures features(int n) {
        return new AudioFeatures(
                Optional.of(120 + n / 1000.0),
                Optional.of(n % 12),
                Optional.of(1),
                Optional.of(0.7),
                Optional.of(0.6),
                Optional.of(0.1 + 0.2),
                Optional.of(-7.25),
                Optional.of(0.001),
                Optional.of(1e-7),
                Optional.of(0.1),
                Optional.of(0.05),
                Optional.of(4));
    }
}
