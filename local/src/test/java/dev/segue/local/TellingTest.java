package dev.segue.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.local.report.RunReport;
import dev.segue.local.run.RunEnd;
import dev.segue.local.run.RunTally;
import dev.segue.local.run.Waiting;
import dev.segue.local.system.Failure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("replaces standard output")
class TellingTest {

    private final PrintStream out = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final RunTally tally = new RunTally();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setOut(out);
    }

    @Test
    void aRunThatIsStuckIsReportedBeforeItIsSaidWhere() {
        assertThatThrownBy(() -> tell(new RunEnd.Stalled(tally, "nothing has moved"), false))
                .isInstanceOf(Failure.class)
                .hasMessage("nothing has moved");
        assertThat(printed.toString(UTF_8))
                .containsPattern("tracks detected +0")
                .contains("catalogue  here");
    }

    @Test
    void aRunThatIsStuckIsOneJsonObjectToo() {
        assertThatThrownBy(() -> tell(new RunEnd.Stalled(tally, "nothing has moved"), true))
                .isInstanceOf(Failure.class);
        assertThat(printed.toString(UTF_8))
                .startsWith("{\"detected\":0,")
                .endsWith("}\n")
                .hasLineCount(1);
    }

    @Test
    void ofAQuestionThatIsPutOffOnlyTheReasonIsSaid() {
        var question = new Waiting.ForApi(Instant.parse("2026-11-23T06:00:00Z"), "no calls until 2026-11-23T06:00:00Z");

        assertThatThrownBy(() -> tell(new RunEnd.PutOff(tally, question), false))
                .isInstanceOf(Failure.class)
                .hasMessage("no calls until 2026-11-23T06:00:00Z; it is asked then by itself");
        assertThat(printed.toString(UTF_8)).isEmpty();
    }

    @Test
    void aCompleteRunIsReported() {
        tell(new RunEnd.Complete(tally), false);

        assertThat(printed.toString(UTF_8)).containsPattern("tracks detected +0");
    }

    private void tell(RunEnd end, boolean json) {
        var terminal = new Terminal(false, false, false, 80);
        new Telling(terminal, json, Map.of("catalogue", "here"), question -> question.later() + " by itself")
                .of(end, counted -> RunReport.of(counted, Optional.empty(), 1, Duration.ZERO, Duration.ofSeconds(1)));
    }
}
