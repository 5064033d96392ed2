package dev.segue.metadata;

import static dev.segue.metadata.BackupFixture.EXPORTED;
import static dev.segue.metadata.BackupFixture.NIGHT_BUS;
import static dev.segue.metadata.BackupFixture.SIDE_STREET;
import static dev.segue.metadata.BackupFixture.id;
import static dev.segue.metadata.BackupFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Hint;
import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.Lookup;
import dev.segue.library.fact.Provenance;
import dev.segue.library.fact.Provenance.Origin;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackFetched;
import dev.segue.library.fact.TrackRejected;
import dev.segue.metadata.MetadataConfig.LookupMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichmentTest {

    private static final TrackId KNOWN = id(NIGHT_BUS);
    private static final TrackId UNKNOWN = id("zzzzzzzzzzzzzzzzzzzzz9");
    private static final TrackId UPLOAD = TrackId.parse("soundcloud:4711");
    private static final Instant SOON = EXPORTED.plus(Duration.ofDays(3));
    private static final Instant LATE = EXPORTED.plus(Duration.ofDays(100));

    @TempDir
    Path directory;

    private TrackIndex index;
    private int looks;
    private Enrichment enrichment;

    @BeforeEach
    void backup() {
        with(SettingsFixture.defaults());
    }

    @Test
    void csvHitIsCompleteAndAsksNobody() {
        List<Fact> facts = enrichment.on(detected(KNOWN), SOON);

        TrackEnriched enriched = only(TrackEnriched.class, facts);
        assertThat(enriched.lookup()).isEqualTo(Lookup.HIT);
        assertThat(enriched.complete()).isTrue();
        assertThat(enriched.provenance()).isEqualTo(Provenance.all(Origin.CSV));
        assertThat(enriched.track().title()).contains("Night Bus");
        assertThat(enriched.track().features().orElseThrow().tempo()).contains(120.0);
        assertThat(enriched.liked()).isTrue();
        assertThat(enriched.playlists()).containsExactly(new Placement("Warm_up", 2));
    }

    @Test
    void sameDetectionTwiceGivesTheSameFacts() {
        assertThat(enrichment.on(detected(KNOWN), SOON)).isEqualTo(enrichment.on(detected(KNOWN), SOON));
        assertThat(enrichment.on(detected(UNKNOWN), SOON)).isEqualTo(enrichment.on(detected(UNKNOWN), SOON));
    }

    @Test
    void staleEntryIsServedAtOnceAndRefreshedBehind() {
        List<Fact> facts = enrichment.on(detected(KNOWN), LATE);

        assertThat(facts).hasSize(2);
        assertThat(one(TrackEnriched.class, facts).lookup()).isEqualTo(Lookup.STALE);
        assertThat(one(TrackEnriched.class, facts).complete()).isTrue();
        assertThat(one(FetchRequested.class, facts).reason()).isEqualTo(FetchRequested.Reason.STALE);
    }

    @Test
    void refreshesOfADayAreLimited() {
        with(new SettingsFixture(LookupMode.CSV_FIRST, 1));

        enrichment.on(detected(KNOWN), LATE);

        only(TrackEnriched.class, enrichment.on(detected(id(SIDE_STREET)), LATE));
        assertThat(enrichment.on(detected(KNOWN), LATE.plus(Duration.ofDays(1))))
                .hasSize(2);
    }

    @Test
    void missIsAskedForAndPassedOnAsItsHintHasItWhileNoApiCanAnswer() {
        List<Fact> facts = enrichment.on(detected(UNKNOWN), SOON);

        FetchRequested request = one(FetchRequested.class, facts);
        assertThat(request.reason()).isEqualTo(FetchRequested.Reason.MISSING);
        assertThat(request.hint().title()).contains("Heard Somewhere");
        assertThat(request.playlist()).contains("Warm_up");
        TrackEnriched partial = one(TrackEnriched.class, facts);
        assertThat(partial.complete()).isFalse();
        assertThat(partial.lookup()).isEqualTo(Lookup.MISS);
        assertThat(partial.track().title()).contains("Heard Somewhere");
        assertThat(partial.playlists()).containsExactly(new Placement("Warm_up", 7));
    }

    @Test
    void missWaitsForAnApiThatCanAnswer() {
        index.learn(spotify(true, Optional.empty()));

        assertThat(only(FetchRequested.class, enrichment.on(detected(UNKNOWN), SOON))
                        .id())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void missDoesNotWaitForAnApiThatIsBlocked() {
        index.learn(spotify(true, Optional.of(SOON.plusSeconds(3600))));

        assertThat(enrichment.on(detected(UNKNOWN), SOON)).hasSize(2);
        assertThat(enrichment.on(detected(UNKNOWN), SOON.plusSeconds(3600))).hasSize(1);
    }

    @Test
    void offlineNobodyIsAsked() {
        with(new SettingsFixture(LookupMode.CSV_ONLY, 100));

        assertThat(only(TrackEnriched.class, enrichment.on(detected(UNKNOWN), SOON))
                        .complete())
                .isFalse();
        assertThat(only(TrackEnriched.class, enrichment.on(detected(KNOWN), LATE))
                        .lookup())
                .isEqualTo(Lookup.STALE);
    }

    @Test
    void localFileIsNeverAskedFor() {
        TrackId local = TrackId.local("spotify:local:A:B:C:210");

        only(TrackEnriched.class, enrichment.on(detected(local), SOON));
    }

    @Test
    void whatWasFetchedOnceIsNotAskedForAgain() {
        index.learn(fetched(UNKNOWN, Optional.of("Heard Somewhere (Full)")));

        TrackEnriched enriched = only(TrackEnriched.class, enrichment.on(detected(UNKNOWN), SOON));

        assertThat(enriched.complete()).isTrue();
        assertThat(enriched.lookup()).isEqualTo(Lookup.MISS);
        assertThat(enriched.provenance()).isEqualTo(Provenance.all(Origin.API));
    }

    @Test
    void whatNobodyKnowsIsNotAskedForAgain() {
        index.learn(fetched(UNKNOWN, Optional.empty()));

        only(TrackEnriched.class, enrichment.on(detected(UNKNOWN), SOON));
    }

    @Test
    void answerOfTheApiCompletesTheTrack() {
        TrackFetched answer = fetched(UNKNOWN, Optional.of("Heard Somewhere (Full)"));
        index.learn(answer);

        TrackEnriched enriched = only(TrackEnriched.class, enrichment.on(answer, SOON));

        assertThat(enriched.complete()).isTrue();
        assertThat(enriched.track().title()).contains("Heard Somewhere (Full)");
        assertThat(enriched.playlists()).containsExactly(new Placement("Warm_up", 7));
    }

    @Test
    void refreshMergesFieldByFieldAndSaysWhoGaveWhat() {
        TrackFetched answer = fetched(KNOWN, Optional.of("Night Bus (2026)"));
        index.learn(answer);

        TrackEnriched enriched = only(TrackEnriched.class, enrichment.on(answer, LATE));

        assertThat(enriched.track().title()).contains("Night Bus (2026)");
        assertThat(enriched.track().label()).contains("Harbour Lane");
        assertThat(enriched.provenance().origin()).isEqualTo(Origin.API);
        assertThat(enriched.provenance().exceptions())
                .containsAllEntriesOf(Map.of("label", Origin.CSV, "features", Origin.CSV))
                .doesNotContainKey("title");
    }

    @Test
    void refreshThatChangesNothingCausesNoFact() {
        Track same = index.csv(KNOWN).orElseThrow().track();
        var answer =
                new TrackFetched(KNOWN, Optional.of(same), Hint.of(same), Optional.empty(), Optional.empty(), LATE);
        index.learn(answer);

        assertThat(enrichment.on(answer, LATE)).isEmpty();
        assertThat(only(TrackEnriched.class, enrichment.on(detected(KNOWN), LATE))
                        .lookup())
                .isEqualTo(Lookup.HIT);
    }

    @Test
    void trackThatNobodyKnowsGoesOnAsItsHintHasItOrIsRejected() {
        TrackFetched hinted = fetched(UNKNOWN, Optional.empty());
        var bare =
                new TrackFetched(UNKNOWN, Optional.empty(), Hint.of(UNKNOWN), Optional.empty(), Optional.empty(), SOON);

        assertThat(only(TrackEnriched.class, enrichment.on(hinted, SOON)).complete())
                .isFalse();
        assertThat(only(TrackRejected.class, enrichment.on(bare, SOON)).reason())
                .isEqualTo(TrackRejected.Reason.NOT_FOUND);
    }

    @Test
    void trackOfAFileThatIsNewIsFoundThere() {
        var settings = SettingsFixture.defaults();
        var late = new TrackIndex(settings);
        var enriching =
                new Enrichment(late, () -> late.replace(index.library()), new RefreshAllowance(settings), settings);

        assertThat(only(TrackEnriched.class, enriching.on(detected(KNOWN), SOON))
                        .lookup())
                .isEqualTo(Lookup.HIT);
    }

    @Test
    void backupIsLookedAtAgainOnlyOnAMiss() {
        enrichment.on(detected(KNOWN), SOON);
        assertThat(looks).isZero();

        enrichment.on(detected(UNKNOWN), SOON);

        assertThat(looks).isEqualTo(1);
    }

    @Test
    void apiOnlyIgnoresTheBackup() {
        with(new SettingsFixture(LookupMode.API_ONLY, 100));
        index.learn(spotify(true, Optional.empty()));

        only(FetchRequested.class, enrichment.on(detected(KNOWN), SOON));
    }

    @Test
    void trackOfSoundCloudIsFoundInTheBackupByItsNameAndArtist() {
        TrackFetched same = onSoundCloud("Night Bus", "Mara Lind", Duration.ofMillis(220_500));
        TrackFetched other = onSoundCloud("Night Bus (Somebody Remix)", "Mara Lind", Duration.ofMillis(220_500));

        index.learn(same);
        TrackEnriched second = only(TrackEnriched.class, enrichment.on(same, SOON));
        TrackEnriched again = only(TrackEnriched.class, enrichment.on(detected(UPLOAD), SOON));
        index.learn(other);
        TrackEnriched first = only(TrackEnriched.class, enrichment.on(other, SOON));

        assertThat(second.duplicateOf()).contains(KNOWN);
        assertThat(again.duplicateOf()).contains(KNOWN);
        assertThat(first.duplicateOf()).isEmpty();
    }

    @Test
    void trackOfSoundCloudIsAskedForThereWhateverSpotifyDoes() {
        index.learn(status(ApiStatus.Api.SOUNDCLOUD, true, Optional.empty()));
        index.learn(spotify(true, Optional.of(LATE)));

        List<Fact> asked = enrichment.on(detected(UPLOAD), SOON);
        index.learn(status(ApiStatus.Api.SOUNDCLOUD, true, Optional.of(LATE)));
        List<Fact> blocked = enrichment.on(detected(UPLOAD), SOON);

        assertThat(only(FetchRequested.class, asked).id()).isEqualTo(UPLOAD);
        assertThat(one(TrackEnriched.class, blocked).complete()).isFalse();
    }

    private void with(MetadataConfig settings) {
        index = new TrackIndex(settings);
        index.replace(new BackupFixture(directory)
                .file("Liked_Songs.csv", row(NIGHT_BUS, "Night Bus", "Mara Lind", 220_386))
                .file(
                        "Warm_up.csv",
                        row(SIDE_STREET, "Side Street", "Olu Brandt", 180_000),
                        row(NIGHT_BUS, "Night Bus", "Mara Lind", 220_386))
                .read());
        enrichment = new Enrichment(index, () -> looks++, new RefreshAllowance(settings), settings);
    }

    private static TrackDetected detected(TrackId id) {
        return new TrackDetected(
                id,
                new Hint(Optional.of("Heard Somewhere"), List.of("Somebody"), Optional.empty()),
                DetectionSource.PLAYLIST,
                Optional.of("Warm_up"),
                Optional.of(7),
                SOON);
    }

    private static TrackFetched fetched(TrackId id, Optional<String> title) {
        Hint said = new Hint(Optional.of("Heard Somewhere"), List.of("Somebody"), Optional.empty());
        Optional<Track> track =
                title.map(text -> new Hint(Optional.of(text), List.of("Somebody"), Optional.empty()).describe(id));
        return new TrackFetched(id, track, said, Optional.of("Warm_up"), Optional.of(7), SOON);
    }

    private static TrackFetched onSoundCloud(String title, String artist, Duration length) {
        Track named = new Hint(Optional.of(title), List.of(artist), Optional.empty()).describe(UPLOAD);
        var track = new Track(
                UPLOAD,
                named.title(),
                named.artists(),
                Optional.empty(),
                Optional.of(length),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new TrackFetched(UPLOAD, Optional.of(track), Hint.of(track), Optional.empty(), Optional.empty(), SOON);
    }

    private static ApiStatus spotify(boolean configured, Optional<Instant> blockedUntil) {
        return status(ApiStatus.Api.SPOTIFY, configured, blockedUntil);
    }

    private static ApiStatus status(ApiStatus.Api api, boolean configured, Optional<Instant> blockedUntil) {
        return new ApiStatus(api, configured, 0, 800, blockedUntil, Set.of(), EXPORTED);
    }

    private static <F extends Fact> F only(Class<F> type, List<Fact> facts) {
        assertThat(facts).hasSize(1);
        return one(type, facts);
    }

    private static <F extends Fact> F one(Class<F> type, List<Fact> facts) {
        assertThat(facts).filteredOn(type::isInstance).hasSize(1);
        return facts.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
