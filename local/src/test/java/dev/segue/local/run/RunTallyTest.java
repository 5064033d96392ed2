package dev.segue.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Lookup;
import dev.segue.library.fact.Provenance;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.TrackRejected;
import dev.segue.library.fact.TrackSynced;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunTallyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final TrackId ONE = TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC");
    private static final TrackId OTHER = TrackId.spotify("7ouMYWpwJ422jRcDASZB7P");

    private static final TrackId FIRST = TrackId.spotify("1301WleyT98MSxVHPZCA6M");

    private final RunTally tally = new RunTally();

    @Test
    void aRunIsCompleteWhenEveryDetectedTrackHasEnded() {
        detect(ONE);
        detect(OTHER);
        tally.add(status(DetectionStatus.State.COMPLETED, 2));
        process(ONE);
        assertThat(tally.complete()).isFalse();

        reject(OTHER);

        assertThat(tally.complete()).isTrue();
        assertThat(tally.rejections()).isEqualTo(Map.of("NOT_STORABLE", 1));
    }

    @Test
    void aRunIsNotCompleteBeforeAllItsDetectionsAreRead() {
        detect(ONE);
        process(ONE);

        tally.add(status(DetectionStatus.State.COMPLETED, 2));

        assertThat(tally.complete()).isFalse();
    }

    @Test
    void aRunWithoutTracksIsCompleteAtOnce() {
        tally.add(status(DetectionStatus.State.COMPLETED, 0));

        assertThat(tally.complete()).isTrue();
    }

    @Test
    void aTrackThatComesTwiceCountsOnce() {
        detect(ONE);
        detect(ONE);
        process(ONE);
        process(ONE);

        assertThat(tally.detected()).isEqualTo(1);
        assertThat(tally.outcomes()).isEqualTo(Map.of("NO_AUDIO", 1));
    }

    @Test
    void aCreatedTrackStaysCreatedWhenItIsWrittenAgain() {
        detect(ONE);
        sync(TrackSynced.Outcome.UNCHANGED);
        sync(TrackSynced.Outcome.CREATED);
        sync(TrackSynced.Outcome.UPDATED);

        assertThat(tally.synced(TrackSynced.Outcome.CREATED)).isEqualTo(1);
        assertThat(tally.synced(TrackSynced.Outcome.UPDATED)).isZero();
        assertThat(tally.synced(TrackSynced.Outcome.UNCHANGED)).isZero();
    }

    @Test
    void hitsStaleAndMissesMakeUpAll() {
        detect(ONE);
        detect(OTHER);
        tally.add(enriched(ONE, Lookup.STALE));

        assertThat(tally.hits() + tally.stale() + tally.misses()).isEqualTo(tally.detected());
        assertThat(tally.stale()).isEqualTo(1);
        assertThat(tally.misses()).isEqualTo(1);
    }

    @Test
    void tracksThatTheRunHasNotDetectedCountNowhere() {
        detect(ONE);

        for (TrackId id : List.of(ONE, OTHER)) {
            tally.add(enriched(id, Lookup.HIT, Optional.of(FIRST)));
            tally.add(synced(id, TrackSynced.Outcome.UPDATED));
            process(id);
        }
        reject(OTHER);

        assertThat(tally.hits()).isEqualTo(1);
        assertThat(tally.misses()).isZero();
        assertThat(tally.described()).isEqualTo(1);
        assertThat(tally.duplicates()).isEqualTo(1);
        assertThat(tally.written()).isEqualTo(1);
        assertThat(tally.synced(TrackSynced.Outcome.UPDATED)).isEqualTo(1);
        assertThat(tally.outcomes()).isEqualTo(Map.of("NO_AUDIO", 1));
        assertThat(tally.rejections()).isEmpty();
    }

    @Test
    void whatIsReadBeforeItsDetectionCountsFromThenOn() {
        tally.add(enriched(ONE, Lookup.STALE, Optional.of(FIRST)));
        tally.add(enriched(ONE, Lookup.HIT, Optional.empty()));
        tally.add(synced(ONE, TrackSynced.Outcome.CREATED));
        process(ONE);
        assertThat(tally.processed()).isZero();

        detect(ONE);

        assertThat(tally.stale()).isEqualTo(1);
        assertThat(tally.hits()).isZero();
        assertThat(tally.duplicates()).isEqualTo(1);
        assertThat(tally.synced(TrackSynced.Outcome.CREATED)).isEqualTo(1);
        assertThat(tally.unfinished()).isZero();
    }

    @Test
    void onlyAWrittenTrackWithoutAnEndWantsAudio() {
        detect(ONE);
        detect(OTHER);
        assertThat(tally.wantsAudio()).isFalse();

        sync(TrackSynced.Outcome.CREATED);
        assertThat(tally.wantsAudio()).isTrue();

        process(ONE);
        assertThat(tally.wantsAudio()).isFalse();
    }

    @Test
    void callsOfEarlierRunsAreNotCounted() {
        tally.before(calls(40, 0));

        tally.add(calls(41, 0));
        tally.add(calls(43, 1));

        assertThat(tally.calls().total()).isEqualTo(4);
        assertThat(tally.calls().lines())
                .containsExactly(
                        new ApiCalls.Line(ApiStatus.Api.SPOTIFY, "GET /v1/tracks/{id}", "ANSWER", 3),
                        new ApiCalls.Line(ApiStatus.Api.SPOTIFY, "GET /v1/tracks/{id}", "RATE_LIMITED", 1));
    }

    @Test
    void aFailedDetectionSaysWhy() {
        tally.add(new DetectionStatus(
                "run", request(), DetectionStatus.State.FAILED, 0, Optional.of("no such playlist"), NOW));

        assertThat(tally.failure()).contains("no such playlist");
    }

    private void detect(TrackId id) {
        tally.add(new TrackDetected(id, Hint.of(id), DetectionSource.LIKED, Optional.empty(), Optional.empty(), NOW));
    }

    private void process(TrackId id) {
        tally.add(new TrackProcessed(
                id, TrackProcessed.Outcome.NO_AUDIO, Optional.empty(), Optional.empty(), Optional.empty(), NOW));
    }

    private void sync(TrackSynced.Outcome outcome) {
        tally.add(synced(ONE, outcome));
    }

    private void reject(TrackId id) {
        tally.add(new TrackRejected(id, TrackRejected.Stage.SYNC, TrackRejected.Reason.NOT_STORABLE, "too long", NOW));
    }

    private static TrackSynced synced(TrackId id, TrackSynced.Outcome outcome) {
        return new TrackSynced(Track.unknown(id), "page", outcome, List.of(), Optional.empty(), NOW);
    }

    private static TrackEnriched enriched(TrackId id, Lookup lookup) {
        return enriched(id, lookup, Optional.empty());
    }

    private static TrackEnriched enriched(TrackId id, Lookup lookup, Optional<TrackId> duplicateOf) {
        return new TrackEnriched(
                Track.unknown(id),
                lookup,
                Provenance.all(Provenance.Origin.CSV),
                true,
                true,
                List.of(),
                duplicateOf,
                NOW);
    }

    private static ApiStatus calls(int answered, int limited) {
        String endpoint = "GET /v1/tracks/{id}";
        return new ApiStatus(
                ApiStatus.Api.SPOTIFY,
                true,
                answered + limited,
                800,
                100,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(
                        new ApiStatus.Calls(endpoint, "ANSWER", answered),
                        new ApiStatus.Calls(endpoint, "RATE_LIMITED", limited)),
                NOW);
    }

    private static DetectionStatus status(DetectionStatus.State state, int detected) {
        return new DetectionStatus("run", request(), state, detected, Optional.empty(), NOW);
    }

    private static DetectionStatus.Request request() {
        return new DetectionStatus.Request("BACKUP", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
