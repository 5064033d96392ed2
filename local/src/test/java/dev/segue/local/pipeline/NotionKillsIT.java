package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Placement;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.testkit.standin.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// sync-service is killed fifty times, at moments that nobody chose, while it writes into a Notion that lags, answers
/// errors after it has done what it was asked, limits, conflicts, falls silent, and does what it was asked when nobody
/// waits for it any more: exactly one page a track.
@Tag("faults")
class NotionKillsIT {

    private static final int KILLS = 50;
    private static final int TRACKS = 500;
    private static final int PLAYLISTS = 5;
    private static final int LONGEST = 2_000;

    @TempDir
    private Path temporary;

    @Test
    void fiftyKillsAmongFaultsLeaveExactlyOnePageATrack() throws Exception {
        Path home = temporary.resolve("home");
        var moments = new Random(11);
        try (var workspace = new NotionWorkspace(home)) {
            var settings = new HashMap<>(workspace.settings());
            settings.put("SEGUE_NOTION_PER_SECOND", "10");
            workspace.mode("{\"perSecond\": null, \"queryLag\": \"3s\"}");
            faults(workspace);
            try (SyncAlone system = SyncAlone.start(home, settings)) {
                system.say(facts());
                int amid = 0;
                int atWork = 0;
                int pages = 0;
                for (int kill = 0; kill < KILLS; kill++) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(moments.nextInt(LONGEST)));
                    int now = workspace.tracks().size();
                    amid += now < TRACKS ? 1 : 0;
                    atWork += now > pages ? 1 : 0;
                    pages = now;
                    system.kill();
                    system.restart();
                }
                int hit = workspace.notion().faults().open().size();
                workspace.notion().faults().clear();
                Set<String> synced = new HashSet<>();
                system.hear(Topic.TRACK_SYNCED, record -> synced.add(record.key()), () -> synced.size() == TRACKS);

                System.out.printf(
                        "%d kills, %d of them before the last page was there, %d after new pages; %d kinds of faults,"
                                + " answers %s; %d pages%n",
                        KILLS,
                        amid,
                        atWork,
                        hit,
                        workspace.notion().calls().counts().byStatus(),
                        workspace.tracks().size());
                assertThat(amid).isGreaterThan(KILLS * 9 / 10);
                assertThat(workspace.tracks())
                        .extracting(page -> NotionWorkspace.text(page, "Spotify ID"))
                        .doesNotHaveDuplicates()
                        .hasSize(TRACKS);
                assertThat(workspace.playlists().values())
                        .doesNotHaveDuplicates()
                        .hasSize(PLAYLISTS);
            }
        }
    }

    private static void faults(NotionWorkspace workspace) {
        List<Fault> faults = List.of(
                Fault.of("*", Fault.Kind.SERVER_ERROR_AFTER_EFFECT, Long.MAX_VALUE),
                Fault.of("*", Fault.Kind.TOO_MANY, Long.MAX_VALUE),
                Fault.of("*", Fault.Kind.SERVER_ERROR, Long.MAX_VALUE).status(409),
                Fault.of("*", Fault.Kind.SERVER_ERROR, Long.MAX_VALUE).status(529),
                Fault.of("POST /v1/pages", Fault.Kind.TIMEOUT, Long.MAX_VALUE));
        for (int at = 0; at < faults.size(); at++) {
            workspace.notion().faults().add(faults.get(at).rate(0.03, at + 5L));
        }
        // carried out long after who asked for it was killed
        workspace
                .notion()
                .faults()
                .add(Fault.of("POST /v1/pages", Fault.Kind.SLOW, Long.MAX_VALUE)
                        .delay(Duration.ofSeconds(10))
                        .rate(0.03, 17));
    }

    private List<TrackEnriched> facts() throws Exception {
        List<TrackEnriched> facts = EnrichedSample.facts(temporary.resolve("backup"), TRACKS, 0, 0);
        return IntStream.range(0, TRACKS)
                .mapToObj(n -> EnrichedSample.placed(
                        facts.get(n), List.of(new Placement("List " + n % PLAYLISTS, n / PLAYLISTS + 1))))
                .toList();
    }
}
