package dev.segue.library.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.segue.library.Track;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.csv.CsvLibrary;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real exports of all kinds, written as Segue's own.
class CorpusExportTest {

    @TempDir
    Path directory;

    @Test
    void everyTrackOfRealExportsIsReadBackAsItWas() throws IOException {
        Path corpus = Path.of(System.getProperty("segue.corpus", ""), "csv");
        assumeTrue(Files.isDirectory(corpus), "needs -Dsegue.corpus=DIRECTORY");
        List<Track> tracks = tracks(Backup.at(corpus).read());
        try (Writer out = Files.newBufferedWriter(directory.resolve("library.csv"))) {
            PlaylistCsv.write(tracks, out);
        }

        CsvLibrary again = Backup.at(directory).read();

        assertThat(again.files()).allMatch(file -> file.bad().isEmpty());
        assertThat(tracks(again)).isEqualTo(tracks);
    }

    private static List<Track> tracks(CsvLibrary library) {
        return library.entries().stream().map(CsvEntry::track).toList();
    }
}
