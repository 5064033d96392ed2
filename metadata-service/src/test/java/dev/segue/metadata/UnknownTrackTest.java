package dev.segue.metadata;

import static dev.segue.metadata.BackupFixture.NIGHT_BUS;
import static dev.segue.metadata.BackupFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Hint;
import dev.segue.library.TrackId;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackFetched;
import dev.segue.library.fact.TrackRejected;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tracks that the API does not know.
class UnknownTrackTest {

    private static final TrackId NOBODYS = TrackId.spotify("0000000000000000000000");
    private static final Instant ANSWERED = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant A_DAY_LATER = ANSWERED.plus(Duration.ofDays(1));
    private static final Instant A_MONTH_LATER = ANSWERED.plus(TrackFetched.UNKNOWN_FOR);

    private final TrackIndex index = new TrackIndex(SettingsFixture.defaults());
    private final Enrichment enrichment = new Enrichment(
            index, () -> {}, new RefreshAllowance(SettingsFixture.defaults()), SettingsFixture.defaults());

    @TempDir
    Path directory;

    @BeforeEach
    void spotifyCanBeAsked() {
        index.learn(new ApiStatus(ApiStatus.Api.SPOTIFY, true, 0, 800, Optional.empty(), Set.of(), ANSWERED));
    }

    @Test
    void idWithoutAnythingElseIsRejectedEachTimeItIsDetected() {
        TrackFetched answer = unknown(NOBODYS, ANSWERED);
        index.learn(answer);

        List<Fact> first = enrichment.on(answer, ANSWERED);
        List<Fact> again = enrichment.on(detected(NOBODYS, Optional.empty()), A_DAY_LATER);

        assertThat(first).singleElement().isInstanceOf(TrackRejected.class);
        assertThat(again).singleElement().isInstanceOfSatisfying(TrackRejected.class, rejected -> {
            assertThat(rejected.id()).isEqualTo(NOBODYS);
            assertThat(rejected.reason()).isEqualTo(TrackRejected.Reason.NOT_FOUND);
        });
    }

    @Test
    void trackThatCameWithATitleGoesOnAsItsHintHasIt() {
        index.learn(unknown(NOBODYS, ANSWERED));

        List<Fact> facts = enrichment.on(detected(NOBODYS, Optional.of("Heard Somewhere")), A_DAY_LATER);

        assertThat(facts)
                .singleElement()
                .isInstanceOfSatisfying(
                        TrackEnriched.class,
                        enriched -> assertThat(enriched.complete()).isFalse());
    }

    @Test
    void idIsAskedForAgainAfterAMonth() {
        index.learn(unknown(NOBODYS, ANSWERED));

        List<Fact> before = enrichment.on(detected(NOBODYS, Optional.empty()), A_MONTH_LATER.minusSeconds(1));
        List<Fact> after = enrichment.on(detected(NOBODYS, Optional.empty()), A_MONTH_LATER);

        assertThat(before).noneMatch(FetchRequested.class::isInstance);
        assertThat(after).singleElement().isInstanceOf(FetchRequested.class);
    }

    @Test
    void staleEntryThatTheApiDoesNotKnowIsNotRefreshedBeforeThat() {
        index.replace(new BackupFixture(directory)
                .file("Liked_Songs.csv", row(NIGHT_BUS, "Night Bus", "Mara Lind", 220_386))
                .read());
        TrackId stale = TrackId.spotify(NIGHT_BUS);
        Instant late = BackupFixture.EXPORTED.plus(Duration.ofDays(100));
        index.learn(unknown(stale, late));

        List<Fact> soon = enrichment.on(detected(stale, Optional.empty()), late.plus(Duration.ofDays(1)));
        List<Fact> later = enrichment.on(detected(stale, Optional.empty()), late.plus(TrackFetched.UNKNOWN_FOR));

        assertThat(soon).noneMatch(FetchRequested.class::isInstance);
        assertThat(later).anyMatch(FetchRequested.class::isInstance);
    }

    private static TrackDetected detected(TrackId id, Optional<String> title) {
        return new TrackDetected(
                id,
                new Hint(title, List.of(), Optional.empty()),
                DetectionSource.SINGLE,
                Optional.empty(),
                Optional.empty(),
                ANSWERED);
    }

    private static TrackFetched unknown(TrackId id, Instant at) {
        return new TrackFetched(id, Optional.empty(), Hint.of(id), Optional.empty(), Optional.empty(), at);
    }
}
