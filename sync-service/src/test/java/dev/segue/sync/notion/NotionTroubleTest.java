package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.fact.Fact;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Enriched;
import dev.segue.sync.Sync;
import dev.segue.sync.SyncRules;
import dev.segue.testkit.standin.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    void aKillRightAfterACreateMakesNoSecondPage() {
        desk.control("POST", "/__control/mode", "{\"queryLag\": \"3s\"}");
        desk.syncPatiently(tracks(3));
        desk.restart();

        desk.syncPatiently(tracks(3));

        assertThat(desk.pages()).hasSize(3);
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
                        .on(tracks(60).stream().map(Enriched::fact).toList(), answer -> {
                            answers.add(answer);
                            if (answers.size() == 20) {
                                desk.notion.faults().add(later);
                            }
                        }))
                .isInstanceOf(CatalogueUnavailable.class);

        assertThat(answers).hasSize(20);
        assertThat(desk.pages()).hasSize(20);
    }

    @Test
    void aPauseLastsAsLongAsNotionSays() {
        desk.notion.faults().add(Fault.of("*", Fault.Kind.TOO_MANY, 1).retryAfter(7321));

        assertThatThrownBy(() -> desk.sync(Enriched.track(1)))
                .isInstanceOfSatisfying(
                        CatalogueUnavailable.class,
                        away -> assertThat(away.pause()).isEqualTo(Optional.of(Duration.ofSeconds(7321))));
    }
}
