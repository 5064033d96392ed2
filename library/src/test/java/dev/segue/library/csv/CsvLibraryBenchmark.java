package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The CSV library with a million tracks: how fast it loads beside Commons CSV merely parsing the same file, and how
/// much
/// memory a track takes. How fast it answers is measured by [LookUpBenchmark].
///
/// ```
/// ./mvnw -Pbenchmark verify -am -pl library -Dit.test=CsvLibraryBenchmark
/// ```
class CsvLibraryBenchmark {

    private static final int TRACKS = Integer.getInteger("segue.benchmark.tracks", 1_000_000);
    private static final int RUNS = 6;

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

    private void load(Path file) throws IOException {
        for (int run = 1; run <= RUNS; run++) {
            long began = System.nanoTime();
            int bare = bare(file);
            long parsed = System.nanoTime();
            int ours = Backup.at(directory).read().size();
            long read = System.nanoTime();
            assertThat(ours).isEqualTo(bare);
            System.out.printf(
                    Locale.ROOT,
                    "load, run %d: %,d rows a second, %.2f of Commons CSV merely parsing (%,d)%n",
                    run,
                    ours * 1_000_000_000L / (read - parsed),
                    (parsed - began) / (double) (read - parsed),
                    bare * 1_000_000_000L / (parsed - began));
        }
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
