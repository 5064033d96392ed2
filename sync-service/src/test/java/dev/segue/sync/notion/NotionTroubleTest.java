package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackSynced;
import dev.segue.sync.CatalogueEntry;
import dev.segue.sync.CataloguePlan;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Enriched;
import dev.segue.sync.Sync;
import dev.segue.sync.SyncRules;
import dev.segue.testkit.standin.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What Notion does when it does not do what it is asked.
class NotionTroubleTest extends AtTheDesk {

    private static List<Enriched> tracks(int count) {
        return IntStream.range(0, count).mapToObj(Enriched::track).toList();
    }

    @Test
    void aCreateWhoseAnswerWasLostIsFoundAgain() {
        desk.control("POST", "/__control/mode", "{\"queryLag\": \"3s\"}");
        desk.notion.faults().add(Fault.of("POST /v1/pages", Fault.Kind.SERVER_ERROR_AFTER_EFFECT, 2));

        desk.syncPatiently(tracks(5));

        assertThat(desk.pages()).hasSize(5);
    }

    @Test
    void aCreateWhoseAnswerWasLostHoldsUpNoOtherTrack() {
        desk.control("POST", "/__control/mode", "{\"queryLag\": \"3s\"}");
        var sync = new Sync(desk.catalogue, SyncRules.STANDARD, desk.notion.clock());
        var facts = Stream.of(
                        Enriched.track(1).in(),
                        Enriched.track(2).in(),
                        Enriched.track(1).titled("Another").in())
                .map(Enriched::fact)
                .toList();
        desk.notion.faults().add(Fault.of("POST /v1/pages", Fault.Kind.SERVER_ERROR_AFTER_EFFECT, 1));
        assertThatThrownBy(() -> sync.on(facts)).hasMessageContaining("500");
        var answered = new ArrayList<Integer>();

        var doubts = sync.on(facts, (at, _) -> answered.add(at));

        assertThat(answered).containsExactly(1);
        assertThat(doubts).containsOnlyKeys(Enriched.id(1));
        desk.notion.clock().advance(Duration.ofSeconds(5));
        assertThat(sync.on(facts)).allMatch(TrackSynced.class::isInstance);
        assertThat(desk.pages()).hasSize(2);
        assertThat(Desk.text(desk.page(1), "Title")).isEqualTo("Another");
    }

    /// Nobody looked whether it may be made: the last guard.
    @Test
    void aPageThatMayBeThereIsNotMade() {
        desk.notion.faults().add(Fault.of("POST /v1/pages", Fault.Kind.SERVER_ERROR_AFTER_EFFECT, 1));
        var entry = new CatalogueEntry(Enriched.id(1), Map.of(), List.of());
        List<CataloguePlan> plans = List.of(new CataloguePlan.Create(entry));
        assertThatThrownBy(() -> desk.catalogue.apply(plans, desk.notion.clock().instant()))
                .isInstanceOf(CatalogueUnavailable.class);

        assertThatThrownBy(() -> desk.catalogue.apply(plans, desk.notion.clock().instant()))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("looked for again");

        assertThat(desk.pages()).hasSize(1);
    }

    @Test
    void aKillRightAfterACreateMakesNoSecondPage() {
        desk.control("POST", "/__control/mode", "{\"queryLag\": \"3s\"}");
        desk.syncPatiently(tracks(3));
        desk.restart();

        desk.syncPatiently(tracks(3));

        assertThat(desk.pages()).hasSize(3);
    }

    /// Notion goes on with a call though who made it is dead.
    @Test
    void aSlowCreateThatOutlivesAKillMakesNoSecondPage() throws InterruptedException {
        desk.notion.faults().add(Fault.of("POST /v1/pages", Fault.Kind.SLOW, 1).delay(Duration.ofSeconds(5)));
        Thread killed = Thread.startVirtualThread(() -> {
            try {
                desk.sync(Enriched.track(1).in());
            } catch (CatalogueUnavailable lost) {
                // nobody hears of it
            }
        });
        await().until(() -> desk.notion.faults().open().isEmpty());

        desk.restart();
        killed.join();
        desk.notion.clock().advance(Duration.ofSeconds(6));

        assertThatThrownBy(() -> desk.sync(Enriched.track(1).in()))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("Notion may have made " + Enriched.id(1));
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.pages().size() == 1);
        desk.notion.clock().advance(Duration.ofSeconds(1));
        assertThat(desk.sync(Enriched.track(1).in())).hasSize(1);
        assertThat(desk.pages()).hasSize(1);
    }

    @Test
    void aCreateThatNeverArrivedIsMadeWhenNoCallCanStillBeUnderWay() {
        new Doubt(NotionOpening.memory(desk.file, desk.source, Map.of()), desk.notion.clock(), Duration.ofSeconds(5))
                .begin(Enriched.id(1).toString());
        desk.restart();
        Instant begun = desk.notion.clock().instant();

        desk.syncPatiently(tracks(2));

        assertThat(desk.pages()).hasSize(2);
        assertThat(Duration.between(begun, desk.notion.clock().instant())).isEqualTo(Duration.ofSeconds(65));
    }

    @Test
    void anAnswerHoldsUpNobodyForLongerThanAQueryLags() {
        desk.notion.faults().add(Fault.of("POST /v1/pages", Fault.Kind.SERVER_ERROR, 1));
        Instant begun = desk.notion.clock().instant();

        desk.syncPatiently(List.of(Enriched.track(1).in()));

        assertThat(desk.pages()).hasSize(1);
        assertThat(Duration.between(begun, desk.notion.clock().instant())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aKillRightAfterAPlaylistWasMadeMakesItsPageNotTwice() {
        desk.control("POST", "/__control/mode", "{\"queryLag\": \"3s\"}");
        desk.notion.faults().add(Fault.of("POST /v1/pages", Fault.Kind.SERVER_ERROR_AFTER_EFFECT, 1));
        assertThatThrownBy(() -> desk.sync(Enriched.track(1))).isInstanceOf(CatalogueUnavailable.class);
        desk.restart();

        desk.syncPatiently(List.of(Enriched.track(1)));
        desk.notion.clock().advance(Duration.ofMinutes(1));

        assertThat(desk.catalogue.summary().playlists()).isOne();
    }

    @Test
    void aStateFileThatCannotBeWrittenIsAPauseThatNamesIt() throws IOException {
        desk.sync(Enriched.track(2));
        Path state = Objects.requireNonNull(desk.file.getParent());
        Path away = directory.resolve("away");
        Files.move(state, away);
        Files.createFile(state);

        assertThatThrownBy(() -> desk.sync(Enriched.track(1)))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining(desk.file + " cannot be written (segue.notion.state-file)");
        Files.delete(state);
        Files.move(away, state);

        assertThat(desk.sync(Enriched.track(1))).hasSize(1);
        assertThat(desk.pages()).hasSize(2);
    }

    @Test
    void aFullDiskIsAPauseThatLeavesNothingBehind() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        desk.sync(Enriched.track(2));
        Path fresh = desk.file.resolveSibling("notion.json.part");
        Files.createSymbolicLink(fresh, full);

        assertThatThrownBy(() -> desk.sync(Enriched.track(1)))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("segue.notion.state-file");

        assertThat(fresh).doesNotExist();
        assertThat(desk.sync(Enriched.track(1))).hasSize(1);
    }

    @Test
    void thereIsOnePageATrackWhateverGoesWrong() {
        desk.control("POST", "/__control/mode", "{\"queryLag\": \"3s\"}");
        var kinds = List.of(
                Fault.Kind.SERVER_ERROR_AFTER_EFFECT,
                Fault.Kind.SERVER_ERROR,
                Fault.Kind.TOO_MANY,
                Fault.Kind.GARBAGE,
                Fault.Kind.ERROR_IN_200);
        for (int at = 0; at < kinds.size(); at++) {
            desk.notion
                    .faults()
                    .add(Fault.of("*", kinds.get(at), Long.MAX_VALUE).rate(0.04, at + 7L));
        }

        desk.syncPatiently(tracks(200));
        desk.restart();
        desk.syncPatiently(tracks(200));
        desk.notion.faults().clear();

        assertThat(desk.pages())
                .hasSize(200)
                .extracting(page -> Desk.text(page, "Spotify ID"))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatWasWrittenBeforeNotionSaidLaterIsToldAtOnce() {
        desk.syncPatiently(tracks(3));
        desk.notion.clock().advance(Duration.ofMinutes(1));
        Fault later = Fault.of("POST /v1/pages", Fault.Kind.TOO_MANY, 1);
        var answers = new ArrayList<Fact>();

        assertThatThrownBy(() -> new Sync(desk.catalogue, SyncRules.STANDARD, desk.notion.clock())
                        .on(tracks(60).stream().map(Enriched::fact).toList(), (_, answer) -> {
                            answers.add(answer);
                            if (answers.size() == 20) {
                                desk.notion.faults().add(later);
                            }
                        }))
                .isInstanceOf(CatalogueUnavailable.class);

        assertThat(answers).hasSize(20);
        assertThat(desk.pages()).hasSize(20);
    }
}
