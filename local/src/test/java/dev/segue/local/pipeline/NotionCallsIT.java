package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Placement;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.Wire;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a library costs in calls of Notion, through Kafka and the packaged service.
@Tag("faults")
class NotionCallsIT {

    private static final int TRACKS = 1_000;
    private static final int PLAYLISTS = 4;

    @TempDir
    private Path temporary;

    @Test
    void aLibraryCostsACallATrackAndNextToNothingIfItIsUnchanged() throws Exception {
        List<TrackEnriched> facts = facts();
        Path home = temporary.resolve("home");
        try (var workspace = new NotionWorkspace(home);
                SyncAlone system = SyncAlone.start(home, workspace.settings())) {
            system.say(facts);
            Map<TrackSynced.Outcome, Integer> first = outcomes(system, TRACKS);
            long firstLoad = workspace.calls();

            system.say(facts);
            Map<TrackSynced.Outcome, Integer> both = outcomes(system, 2 * TRACKS);
            long again = workspace.calls();

            System.out.printf("%,d tracks in %d playlists: %,d calls, then %d%n", TRACKS, PLAYLISTS, firstLoad, again);
            assertThat(first).isEqualTo(Map.of(TrackSynced.Outcome.CREATED, TRACKS));
            assertThat(both)
                    .isEqualTo(Map.of(TrackSynced.Outcome.CREATED, TRACKS, TrackSynced.Outcome.UNCHANGED, TRACKS));
            assertThat(workspace.tracks()).hasSize(TRACKS);
            assertThat(workspace.playlists()).hasSize(PLAYLISTS);
            assertThat(firstLoad).isLessThanOrEqualTo(TRACKS + PLAYLISTS + TRACKS / 100 + 5);
            assertThat(again).isLessThanOrEqualTo(10);
        }
    }

    private List<TrackEnriched> facts() throws Exception {
        List<TrackEnriched> facts = EnrichedSample.facts(temporary.resolve("backup"), TRACKS, 0, 0);
        return IntStream.range(0, TRACKS)
                .mapToObj(n -> EnrichedSample.placed(
                        facts.get(n), List.of(new Placement("List " + n % PLAYLISTS, n / PLAYLISTS + 1))))
                .toList();
    }

    private static Map<TrackSynced.Outcome, Integer> outcomes(SyncAlone system, int count) {
        var outcomes = new HashMap<TrackSynced.Outcome, Integer>();
        system.hear(
                Topic.TRACK_SYNCED,
                record -> outcomes.merge(
                        Wire.read(TrackSynced.class, record.value()).outcome(), 1, Integer::sum),
                () -> outcomes.values().stream().mapToInt(Integer::intValue).sum() >= count);
        return outcomes;
    }
}
