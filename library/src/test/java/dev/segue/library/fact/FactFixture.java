package dev.segue.library.fact;

import dev.segue.library.AudioFeatures;
import dev.segue.library.Hint;
import dev.segue.library.Placement;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Provenance.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One fact of each kind, with everything in it.
final class FactFixture {

    static final Instant AT = Instant.parse("2026-11-22T15:29:34Z");
    static final TrackId ID = TrackId.parse("spotify:4uLU6hMCjMI75M1A2tKUQC");
    static final TrackId OTHER = TrackId.parse("spotify:0OYcEfskah1egYHjYRvbg1");
    private static final Hint HINT =
            new Hint(Optional.of("Night Bus"), List.of("Mara Lind", "Tyler, The Baker"), ID.link());
    private static final Track TRACK = new Track(
            ID,
            Optional.of("Night Bus"),
            List.of("Mara Lind", "Tyler, The Baker"),
            Optional.of("Last Stops"),
            Optional.of(Duration.ofMillis(220_386)),
            ReleaseDate.parse("2021-07"),
            Optional.of("SEXYZ2100017"),
            Optional.of(false),
            Optional.of(41),
            Optional.of("Harbour Lane"),
            List.of("dream pop", "trip hop"),
            ID.link(),
            Optional.of(Instant.parse("2025-11-26T15:44:37Z")),
            Optional.of(new AudioFeatures(
                    Optional.of(176.153),
                    Optional.of(6),
                    Optional.of(1),
                    Optional.of(0.646),
                    Optional.of(0.599),
                    Optional.of(0.638),
                    Optional.of(-6.326),
                    Optional.of(0.222),
                    Optional.of(0.00000436),
                    Optional.of(0.128),
                    Optional.of(0.337),
                    Optional.of(4))));

    private FactFixture() {}

    static List<Fact> facts() {
        return List.of(
                new TrackDetected(ID, HINT, DetectionSource.PLAYLIST, Optional.of("Warm up"), Optional.of(3), AT),
                new FetchRequested(ID, FetchRequested.Reason.MISSING, HINT, Optional.of("Warm up"), Optional.of(3), AT),
                new TrackFetched(ID, Optional.of(TRACK), HINT, Optional.of("Warm up"), Optional.of(3), AT),
                new TrackEnriched(
                        TRACK,
                        Lookup.HIT,
                        new Provenance(Origin.CSV, Map.of("isrc", Origin.API)),
                        true,
                        true,
                        List.of(new Placement("Warm up", 3), new Placement("Warm up", 9)),
                        Optional.of(OTHER),
                        AT),
                new TrackSynced(
                        TRACK,
                        ID.toString(),
                        TrackSynced.Outcome.CREATED,
                        List.of(new Placement("Warm up", 3), new Placement("Warm up", 9)),
                        Optional.of(OTHER),
                        AT),
                new TrackProcessed(
                        ID,
                        TrackProcessed.Outcome.IMPORTED,
                        Optional.of("Mara Lind - Night Bus.mp3"),
                        Optional.of("LK3J2H1G"),
                        Optional.of("found by ISRC"),
                        AT),
                new TrackRejected(
                        ID, TrackRejected.Stage.METADATA, TrackRejected.Reason.NOT_FOUND, "nobody knows it", AT),
                new PlaylistObserved("Warm up", "37i9dQZF1DX0XUsuxWHRQd", "MTIsNGYx", List.of(ID, OTHER, ID), AT),
                new ApiStatus(
                        ApiStatus.Api.SPOTIFY,
                        true,
                        120,
                        680,
                        100,
                        Optional.of(AT.plusSeconds(7200)),
                        Set.of(ApiStatus.Feature.BATCH),
                        Optional.of("9f86d081"),
                        Optional.of("log in: ./segue login spotify"),
                        Optional.of("no answer: status 503"),
                        List.of(new ApiStatus.Slot(AT, 120)),
                        List.of(new ApiStatus.Calls("GET /v1/tracks/{id}", "ANSWER", 3400)),
                        AT),
                new DetectionStatus(
                        "7d4cbb34-4f0d-4f0e-9e0c-3d6f5b1a2c3d",
                        new DetectionStatus.Request(
                                "PLAYLIST", Optional.of("Warm up"), Optional.empty(), Optional.of(100)),
                        DetectionStatus.State.COMPLETED,
                        64,
                        Optional.empty(),
                        Optional.of(AT.plusSeconds(7200)),
                        Optional.of(AT.minusSeconds(7200)),
                        AT));
    }
}
