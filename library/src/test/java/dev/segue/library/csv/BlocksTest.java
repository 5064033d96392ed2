package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {

    private static final String P24 = Csv.P25.replace(",Explicit", "");

    @Property(tries = 3000)
    void aFileIsReadTheSameInBlocksOfAnySize(
            @ForAll("rows") List<String> rows,
            @ForAll("headers") String header,
            @ForAll @IntRange(min = 2, max = 200) int size) {
        String text = header + String.join("", rows);

        ReadFile byBlocks = read(text, size);

        ReadFile oneByOne = read(text, 1);
        assertThat(byBlocks.file()).isEqualTo(oneByOne.file());
        assertThat(byBlocks.exportedAt()).isEqualTo(oneByOne.exportedAt());
        assertThat(lists(byBlocks)).isEqualTo(lists(oneByOne));
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(Csv.P25, Csv.W22, P24, "type,playlist name,track name,artist name\n");
    }

    @Provide
    Arbitrary<List<String>> rows() {
        return Arbitraries.of(
                        "spotify:track:" + Csv.ID_A + ",whole\n",
                        "spotify:track:" + Csv.ID_B + ",\"over\ntwo lines\"\r\n",
                        "spotify:track:" + Csv.ID_C + ",\"Sev\"en\",Album,\"One;Two\"\n",
                        "spotify:track:" + Csv.ID_B + ",\"Say \"\"so\"\"\"\n",
                        "spotify:track:" + Csv.ID_A + ",7\" cut\n",
                        "spotify:local:::Somebody:9,,,Somebody\n",
                        "nothing\n",
                        "nothing,\"open\n",
                        "x\",y\n",
                        "\n",
                        "\r",
                        "\r\n",
                        ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n",
                        ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,text beyond\n",
                        "spotify:episode:1,夜😀\n",
                        "\"\n",
                        "spotify:track:" + Csv.ID_C)
                .list()
                .ofMaxSize(40);
    }

    @Test
    void aBrokenRowFarInsideIsFoundInItsLine() {
        String rows = IntStream.range(0, 20_000)
                .mapToObj(row -> row == 12_345 ? "no track\n" : row == 15_000 ? "\"bro\"ken\n" : row(row))
                .collect(Collectors.joining());

        ReadFile read = read(Csv.P25 + rows, Blocks.USUAL);

        assertThat(read.file().kept()).isEqualTo(19_998);
        assertThat(read.file().bad()).extracting(BadRow::line).containsExactly(12_347L, 15_002L);
        assertThat(read.lists().getFirst().kept().get(17_000).track().title()).contains("Song 17002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void ofALineWithoutEndNoMoreIsKeptThanShowsIt(String lineBreak) throws IOException {
        long endless = 10L * Blocks.ENDLESS;
        String row = row(1).strip() + lineBreak;
        Blocks blocks = new Blocks(row.toCharArray(), new Xs(endless, lineBreak + row), Blocks.USUAL);

        var text = new StringBuilder();
        for (var block = Optional.of(blocks.first()); block.isPresent(); block = blocks.after(block.get())) {
            text.append(block.get().text(), 0, block.get().length());
        }

        assertThat(text.length()).isBetween(Blocks.ENDLESS, 2 * Blocks.ENDLESS);
        assertThat(text).startsWith(row + "xxx").endsWith("xxx" + lineBreak + row);
    }

    @Test
    void linesOfAnOldMacAreAllKept() throws IOException {
        String row = "x".repeat(3_000) + '\r';
        int rows = Blocks.ENDLESS / 1_000;

        Blocks blocks = new Blocks(new char[0], new StringReader(row.repeat(rows)), Blocks.USUAL);
        long length = blocks.from(blocks.first()).transferTo(Writer.nullWriter());

        assertThat(length).isEqualTo((long) row.length() * rows);
    }

    /// The same letter very often, and then an end.
    private static final class Xs extends Reader {

        private final StringReader end;
        private long left;

        Xs(long count, String end) {
            this.left = count;
            this.end = new StringReader(end);
        }

        @Override
        public int read(char[] target, int offset, int count) throws IOException {
            if (left == 0) {
                return end.read(target, offset, count);
            }
            int given = (int) Math.min(count, left);
            Arrays.fill(target, offset, offset + given, 'x');
            left -= given;
            return given;
        }

        @Override
        public void close() {}
    }

    private static String row(int number) {
        return "spotify:track:%022d,Song %d\n".formatted(number, number);
    }

    private static ReadFile read(String text, int size) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Source source = new Source("Random.csv", Csv.WRITTEN, () -> new ByteArrayInputStream(bytes));
        return new FileReading(source, size).read().orElseThrow();
    }

    private static List<Object> lists(ReadFile read) {
        return read.lists().stream()
                .<Object>map(list -> List.of(list.list(), List.copyOf(list.kept())))
                .toList();
    }
}
