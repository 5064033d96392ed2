package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Enriched;
import dev.segue.testkit.standin.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillsTest {

    private static final List<Fault.Kind> KINDS = List.of(
            Fault.Kind.SERVER_ERROR_AFTER_EFFECT,
            Fault.Kind.SERVER_ERROR,
            Fault.Kind.TOO_MANY,
            Fault.Kind.GARBAGE,
            Fault.Kind.ERROR_IN_200);

    @TempDir
    private Path directory;

    /// Whatever is in memory is lost at each trouble, wherever a batch is then, and nobody waits as long as was asked
    /// for: as when a process is killed and started again.
    @Test
    void afterFiftyKillsAmongFaultsThereIsExactlyOnePageATrack() {
        try (var desk = new Desk(directory)) {
            desk.control("POST", "/__control/mode", "{\"queryLag\": \"3s\", \"perSecond\": null}");
            for (int at = 0; at < KINDS.size(); at++) {
                desk.notion
                        .faults()
                        .add(Fault.of("*", KINDS.get(at), Long.MAX_VALUE).rate(0.05, at + 40L));
            }
            var chance = new SplittableRandom(50);
            int kills = 0;
            for (int round = 0; kills < 50; round++) {
                int from = chance.nextInt(15) * 20;
                try {
                    desk.sync(tracks(from, from + 20));
                } catch (CatalogueUnavailable trouble) {
                    kills += isWait(trouble) ? 0 : 1;
                    desk.restart();
                    desk.notion.clock().advance(Duration.ofMillis(chance.nextInt(6_000)));
                }
                assertThat(round).isLessThan(5_000);
            }
            desk.notion.faults().clear();

            desk.syncPatiently(List.of(tracks(0, 300)));

            assertThat(desk.pages())
                    .hasSize(300)
                    .extracting(page -> Desk.text(page, "Spotify ID"))
                    .doesNotHaveDuplicates();
        }
    }

    /// What an earlier trouble has left is none of its own.
    private static boolean isWait(CatalogueUnavailable trouble) {
        return String.valueOf(trouble.getMessage()).contains("looked for again");
    }

    private static Enriched[] tracks(int from, int to) {
        return IntStream.range(from, to).mapToObj(Enriched::track).toArray(Enriched[]::new);
    }
}
