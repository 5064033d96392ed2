package dev.segue.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.TrackRejected;
import dev.segue.local.system.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the pages under `docs/` say of topics, reasons, outcomes and ports is what the code does.
class DocumentationTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern FIRST_CELL = Pattern.compile("^\\| `([^`]+)` \\|");

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyTopicIsDocumentedAsItIs(Topic topic) throws IOException {
        String kept = switch (topic.kept()) {
            case Topic.Kept.For(Duration age) -> age.toDays() + " days";
            case Topic.Kept.Latest() -> "latest of a key";
            case Topic.Kept.Forever() -> "for ever";
        };

        assertThat(page("docs/events.md"))
                .filteredOn(line -> line.startsWith("| `" + topic.topic() + "` |"))
                .singleElement()
                .asString()
                .contains("| `" + topic.type().getSimpleName() + "` |")
                .contains("| " + topic.partitions() + " |")
                .contains("| " + kept + " |");
    }

    @Test
    void everyOutcomeAndReasonIsDocumented() throws IOException {
        assertThat(page("docs/events.md").stream().map(DocumentationTest::firstCell))
                .containsAll(names(TrackProcessed.Outcome.values()))
                .containsAll(names(TrackRejected.Reason.values()));
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void everyPortIsDocumented(Part part) throws IOException {
        assertThat(page("docs/configuration.md"))
                .anyMatch(line -> line.contains(part.label().replace("-service", "") + " " + part.defaultPort()));
    }

    @Test
    void readmeIsShort() throws IOException {
        assertThat(page("README.md")).hasSizeLessThan(150);
    }

    private static List<String> page(String name) throws IOException {
        return Files.readAllLines(ROOT.resolve(name));
    }

    private static String firstCell(String line) {
        Matcher cell = FIRST_CELL.matcher(line);
        return cell.find() ? cell.group(1) : "";
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
