package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    record Line(String key, int count) {}

    @TempDir
    private Path directory;

    @Test
    void theLastLineOfAKeyCounts() {
        open().add(new Line("a", 1));
        open().add(new Line("b", 1));
        open().add(new Line("a", 2));

        List<Line> last = last();

        assertThat(last).containsExactly(new Line("b", 1), new Line("a", 2));
    }

    @Test
    void aFileOfOldLinesIsWrittenAnewWhenItIsOpened() throws Exception {
        Journal<Line> journal = open();
        for (int n = 0; n < 300; n++) {
            journal.add(new Line("a", n));
            journal.add(new Line("over", -1));
        }
        long before = Files.size(file());

        List<Line> last = last();

        assertThat(last).containsExactly(new Line("a", 299));
        assertThat(Files.size(file())).isLessThan(before / 100);
        assertThat(last()).isEqualTo(last);
        assertThat(directory).isDirectoryNotContaining(other -> !other.equals(file()));
    }

    @Test
    void aFileThatIsShortEnoughStaysAsItIs() throws Exception {
        for (int n = 0; n < 50; n++) {
            open().add(new Line("a", n));
        }
        byte[] before = Files.readAllBytes(file());

        last();

        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void aLineThatAKillCutOffInTheMiddleOfALetterIsNoLine() throws Exception {
        open().add(new Line("a", 1));
        byte[] cut = "\n{\"key\":\"ü".getBytes(StandardCharsets.UTF_8);
        Files.write(file(), Arrays.copyOf(cut, cut.length - 1), StandardOpenOption.APPEND);

        open().add(new Line("b", 1));

        assertThat(last()).containsExactly(new Line("a", 1), new Line("b", 1));
    }

    @Test
    void aFileThatCannotBeWrittenAnewIsReadNevertheless() throws Exception {
        Journal<Line> journal = open();
        for (int n = 0; n < 150; n++) {
            journal.add(new Line("a", n));
        }
        inTheWay();

        List<Line> last = last();

        assertThat(last).containsExactly(new Line("a", 149));
    }

    /// A folder that is not empty has the name that the new file would have first.
    private void inTheWay() throws IOException {
        Files.createDirectories(directory.resolve("lines.jsonl.part").resolve("folder"));
    }

    private Journal<Line> open() {
        return new Journal<>(file(), Line.class);
    }

    private List<Line> last() {
        return open().last(Line::key, line -> line.count() >= 0);
    }

    private Path file() {
        return directory.resolve("lines.jsonl");
    }
}
