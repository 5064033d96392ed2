package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that nobody exports: they end, in little memory, with a reason. Sizes are those that would hurt if it were
/// not so.
class HostileFileTest {

    private static final String ROW = Csv.p25(Csv.ID_A, Map.of());
    /// read one by one to its end, since it may be of an older dialect
    private static final String UNSETTLED = Csv.P25 + ROW;
    /// read by blocks from the first row on
    private static final String SETTLED = Csv.W22 + Csv.w22(Csv.ID_A, Map.of());

    /// The same bytes over and over, as many as asked.
    private static final class Endless extends InputStream {
        private static final int BLOCK = 1 << 16;

        private final byte[] start;
        private final byte[] again;
        private final int once;
        private final long length;
        private long position;

        Endless(String start, String again, long length) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.once = again.getBytes(StandardCharsets.UTF_8).length;
            this.again = again.repeat(once == 0 ? 1 : 1 + BLOCK / once).getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            if (position >= length) {
                return -1;
            }
            boolean begins = position < start.length;
            byte[] from = begins ? start : again;
            int at = (int) (begins ? position : (position - start.length) % once);
            int given = (int) Math.min(Math.min(count, length - position), from.length - at);
            System.arraycopy(from, at, target, offset, given);
            position += given;
            return given;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }
    }

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"P25", "W22"})
    void aLineWithoutEndIsOneBadRow(String form) {
        CsvFile file = read("list.csv", start(form), "x", 200L << 20);

        assertThat(file.kept()).isEqualTo(1);
        assertThat(file.bad()).extracting(BadRow::why).containsExactly("longer than 1048576 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P25", "W22"})
    void quotesWithoutEndAreGivenUp(String form) {
        CsvFile file = read("list.csv", start(form), "\"", 100L << 20);

        assertThat(file.kept()).isEqualTo(1);
        assertThat(file.bad()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P25", "W22"})
    void rowsThatEachSwallowAMegabyteAreGivenUpWhenPatienceIsOver(String form) {
        CsvFile file = readSwallowing(8, form);

        assertThat(file.unreadable()).contains("too many quotes that are never closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P25", "W22"})
    void rowsThatEachSwallowAMegabyteAreBadRowsAsLongAsThereIsPatience(String form) {
        CsvFile file = readSwallowing(7, form);

        assertThat(file.unreadable()).isEmpty();
        assertThat(file.bad()).hasSize(7).extracting(BadRow::why).containsOnly("longer than 1048576 characters");
        assertThat(file.kept()).isGreaterThan(1);
    }

    /// To be patient for that long takes seconds, and no more.
    @Test
    void theUsualPatienceIsForAQuarterOfAGigabyteAtMost() {
        assertThat(new FileReading(source("list.csv", "", "", 0)).patience()).isLessThanOrEqualTo(256L << 20);
    }

    /// With patience for seven rows that each go on for a megabyte, since a quote in them is never closed.
    private static CsvFile readSwallowing(int rows, String form) {
        String start = start(form) + "a\",\"\n".repeat(rows);
        String row = form.equals("W22") ? Csv.w22(Csv.ID_B, Map.of()) : Csv.p25(Csv.ID_B, Map.of());
        Source source = source("list.csv", start, row, start.length() + row.length() * ((2L << 20) / row.length()));
        return new FileReading(source, Blocks.USUAL, (8L << 20) - 1)
                .read()
                .orElseThrow()
                .file();
    }

    @Test
    void aTextWithoutLineBreaksIsOneBadRow() {
        CsvFile file = read("playlists.txt", "Playlists: \n\nMix\n", "x", 50L << 20);

        assertThat(file.bad()).extracting(BadRow::why).containsExactly("longer than 1048576 characters");
    }

    @Test
    void jsonOfManyLevelsIsNoneOfOurs() {
        assertThat(new FileReading(source("list.json", "{\"a\":", "[", 5L << 20)).read())
                .isEqualTo(Optional.empty());
    }

    @Test
    void jsonWithAValueWithoutEndIsCutOff() {
        CsvFile file = read("list.spotdl", "[{\"song_id\":\"" + Csv.ID_A + "\"},{\"name\":\"", "x", 50L << 20);

        assertThat(file.kept()).isEqualTo(1);
        assertThat(file.truncated()).isTrue();
        assertThat(file.warnings()).containsExactly("the JSON breaks off in line 1");
    }

    /// At a gigabyte for the tests, entries that were kept would not fit.
    @Test
    void jsonOfEmptyEntriesIsCountedAndNotKept() {
        String start = "{\"playlists\":[{\"name\":\"Mix\",\"items\":[{}";

        CsvFile file = read("Playlist1.json", start, ",{}", start.length() + 3L * 12_000_000);

        assertThat(file.skipped()).containsExactly(Map.entry(CsvFile.Skipped.REMOVED, 12_000_001));
        assertThat(file.kept()).isZero();
    }

    @Test
    void jsonOfManyEntriesBeforeTheNameOfTheirPlaylistIsGivenUp() {
        CsvFile file = read("Playlist1.json", "{\"playlists\":[{\"items\":[{}", ",{}", 1L << 20);

        assertThat(file.unreadable()).contains("more than 100000 entries before the name of their playlist");
    }

    @Test
    void aHeaderOfAMillionCellsIsUnknown() {
        assertThat(read("list.csv", "", "x,", 1L << 20).unreadable()).isPresent();
    }

    @Test
    void twoHundredFilesAtOnceAreRead() {
        IntStream.range(0, 200).forEach(number -> Csv.write(directory, "list " + number + ".csv", Csv.P25 + ROW));

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.playlists()).hasSize(200);
        assertThat(library.entries().iterator().next().placements()).hasSize(200);
    }

    private static String start(String form) {
        return form.equals("W22") ? SETTLED : UNSETTLED;
    }

    private static CsvFile read(String file, String start, String again, long length) {
        return new FileReading(source(file, start, again, length))
                .read()
                .orElseThrow()
                .file();
    }

    private static Source source(String file, String start, String again, long length) {
        return new Source(file, Csv.WRITTEN, () -> new Endless(start, again, length));
    }
}
