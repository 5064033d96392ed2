package dev.segue.library.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example in `docs/matching.md` is judged as the page says.
class MatchingDocumentationTest {

    private static final Pattern ROW = Pattern.compile("^\\| (.*?) ?\\| `(.+? · .+?)` \\| `(.+?)` \\| (yes|no) \\|$");

    record Example(String rule, String one, String other, boolean same) {}

    static List<Example> examples() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("../docs/matching.md"))) {
            return lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Example(
                            row.group(1),
                            row.group(2),
                            row.group(3),
                            row.group(4).equals("yes")))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsJudgedAsThePageSays(Example example) {
        Recording one = Described.recording(example.one());
        Recording other = Described.recording(example.other());

        Verdict verdict = Matching.judge(one, other);

        assertThat(verdict.isSame()).as(verdict.reason()).isEqualTo(example.same());
        if (example.rule().startsWith("`")) {
            assertThat('`' + verdict.rule().name() + '`').isEqualTo(example.rule());
        }
        assertThat(Matching.judge(other, one)).isEqualTo(verdict);
    }

    @Test
    void everyRuleHasAnExample() throws IOException {
        assertThat(examples())
                .extracting(Example::rule)
                .contains(Stream.of(Rule.values())
                        .map(rule -> '`' + rule.name() + '`')
                        .toArray(String[]::new));
    }
}
