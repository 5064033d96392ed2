package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever bytes a file has, reading it ends, and its rows add up.
class RandomTextTest {

    @Property(tries = 300)
    void anyBytesAreRead(@ForAll byte[] bytes) {
        assertAddsUp(read(bytes));
    }

    @Property(tries = 1000)
    void anyBytesUnderAKnownHeaderAreRead(@ForAll byte[] bytes) {
        byte[] header = Csv.P25.getBytes(StandardCharsets.UTF_8);
        byte[] file = java.util.Arrays.copyOf(header, header.length + bytes.length);
        System.arraycopy(bytes, 0, file, header.length, bytes.length);

        assertAddsUp(read(file));
    }

    @Property(tries = 2000)
    void anyMixtureOfCsvPiecesIsReadAndWholeRowsAfterALineBreakAreFound(@ForAll("pieces") List<String> pieces) {
        String whole = "spotify:track:" + Csv.ID_A + ",whole\n";

        ReadFile file = read((Csv.P25 + String.join("", pieces) + "\n" + whole).getBytes(StandardCharsets.UTF_8));

        assertAddsUp(file);
        long quotes = String.join("", pieces)
                .chars()
                .filter(character -> character == '"')
                .count();
        if (quotes == 0) {
            assertThat(kept(file).getLast().track().id().key()).isEqualTo(Csv.ID_A);
        }
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "\"",
                        "\"\"",
                        ",",
                        "\n",
                        "\r\n",
                        "\r",
                        "a",
                        "😀",
                        "夜",
                        ";",
                        " ",
                        "\\",
                        "spotify:local:",
                        "spotify:track:" + Csv.ID_B,
                        "spotify:episode:",
                        "undefined")
                .list()
                .ofMaxSize(60);
    }

    private static ReadFile read(byte[] bytes) {
        Source source = new Source("random.csv", Csv.WRITTEN, () -> new ByteArrayInputStream(bytes));
        return new FileReading(source).read().orElseThrow();
    }

    private static List<ReadList.Kept> kept(ReadFile read) {
        return read.lists().stream().flatMap(list -> list.kept().stream()).toList();
    }

    private static void assertAddsUp(ReadFile read) {
        CsvFile file = read.file();
        int skipped =
                file.skipped().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(file.kept() + skipped + file.bad().size()).isEqualTo(file.rows());
        assertThat(kept(read).stream().mapToInt(ReadList.Kept::row)).isSorted();
        assertThat(IntStream.range(1, file.bad().size())
                        .allMatch(at -> file.bad().get(at - 1).line()
                                < file.bad().get(at).line()))
                .isTrue();
    }
}
