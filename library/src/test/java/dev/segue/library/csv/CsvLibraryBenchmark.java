package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The CSV library with a million tracks: how fast it loads beside Commons CSV merely parsing the same file, and how
/// much
/// memory a track takes. How fast it answers is measured by [LookUpBenchmark].
///
/// ```
/// ./mvnw -Pbenchmark verify -am -pl library -Dit.test=CsvLibraryBenchmark [-Dsegue.corpus=DIRECTORY
/// OF REAL EXPORTS]
/// ```
class CsvLibraryBenchmark {

    private static final int TRACKS = Integer.getInteger("segue.benchmark.tracks", 1_000_000);
    private static final int RUNS = 6;
    /// before those that are told, while the compiler is still at work
    private static final int WARM_UP = 10;
    private static final int REAL_RUNS = 40;

    @TempDir
    private Path directory;

    @Test
    void aMillionTracks() throws IOException {
        Path file = directory.resolve("Liked_Songs.csv");
        MadeUpExport.write(file, TRACKS);
        load(file);
        long empty = heap();
        CsvLibrary library = Backup.at(directory).read();
        long loaded = heap();
        assertThat(library.find("nobody", "nothing")).isEmpty();
        System.out.printf(
                Locale.ROOT,
                "heap: %d bytes a track, %d with names%n",
                (loaded - empty) / TRACKS,
                (heap() - empty) / TRACKS);
    }

    /// The real exports in a directory, each read alone, since many files are many beginnings.
    @Test
    @EnabledIfSystemProperty(named = "segue.corpus", matches = ".+")
    void realExports() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(System.getProperty("segue.corpus")))) {
            files = all.filter(file -> file.toString().endsWith(".csv"))
                    .filter(CsvLibraryBenchmark::isPlainExport)
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (int run = 1; run <= REAL_RUNS; run++) {
            long[] times = new long[2];
            int rows = 0;
            for (Path file : files) {
                times[0] -= System.nanoTime();
                rows += bare(file);
                times[0] += System.nanoTime();
                times[1] -= System.nanoTime();
                Backup.at(file).read();
                times[1] += System.nanoTime();
            }
            if (run > REAL_RUNS - RUNS) {
                print("%d real files".formatted(files.size()), run, rows, times[0], times[1]);
            }
        }
    }

    /// Whether Commons CSV can parse it, and all its rows are read.
    private static boolean isPlainExport(Path file) {
        try {
            CsvFile read = Backup.at(file).read().files().getFirst();
            return read.bad().isEmpty() && read.rows() == bare(file);
        } catch (BackupUnreadableException | IOException | UncheckedIOException notParsed) {
            return false;
        }
    }

    private void load(Path file) throws IOException {
        for (int run = 1 - WARM_UP; run <= RUNS; run++) {
            long began = System.nanoTime();
            int bare = bare(file);
            long parsed = System.nanoTime();
            int ours = Backup.at(directory).read().size();
            long read = System.nanoTime();
            assertThat(ours).isEqualTo(bare);
            if (run > 0) {
                print("made-up file", run, bare, parsed - began, read - parsed);
            }
        }
    }

    private static void print(String what, int run, int rows, long parsing, long loading) {
        System.out.printf(
                Locale.ROOT,
                "load, %s, run %d: %,d rows a second, %.2f of Commons CSV merely parsing (%,d)%n",
                what,
                run,
                rows * 1_000_000_000L / loading,
                parsing / (double) loading,
                rows * 1_000_000_000L / parsing);
    }

    private static int bare(Path file) throws IOException {
        int rows = -1; // the header
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), CSVFormat.DEFAULT)) {
            for (CSVRecord row : parser) {
                rows += row.size() > 0 ? 1 : 0;
            }
        }
        return rows;
    }

    private static long heap() {
        for (int again = 0; again < 3; again++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
