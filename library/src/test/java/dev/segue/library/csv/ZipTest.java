package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.segue.library.TrackId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exports in a zip.
class ZipTest {

    private static final TrackId A = TrackId.spotify(Csv.ID_A);
    private static final TrackId B = TrackId.spotify(Csv.ID_B);
    private static final String TEXT = Csv.P25 + Csv.p25(Csv.ID_A, Map.of("Artist Name(s)", "Ada"));

    @TempDir
    Path directory;

    @Test
    void aZipIsReadInPlace() {
        Path zip = write("spotify_playlists.zip", Map.of("Liked_Songs.csv", TEXT, "Mix.csv", TEXT, "notes.pdf", "x"));

        CsvLibrary library = Backup.at(zip).read();

        assertThat(library.files()).extracting(CsvFile::file).containsExactly("Liked_Songs.csv", "Mix.csv");
        assertThat(library.find(A).orElseThrow().liked()).isTrue();
        assertThat(directory.toFile().list()).containsExactly("spotify_playlists.zip");
    }

    @Test
    void aZipInADirectoryIsReadBesideItsFiles() {
        write("spotify_playlists_2026-01-30.zip", Map.of("Mix.csv", TEXT));
        Csv.write(directory, "Other.csv", TEXT);

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.files())
                .extracting(CsvFile::file)
                .containsExactly("Other.csv", "spotify_playlists_2026-01-30.zip/Mix.csv");
        assertThat(library.snapshots("Mix").getFirst().exportedAt()).isEqualTo("2026-01-30T00:00:00Z");
        assertThat(library.snapshots("Mix").getFirst().tracks()).hasSize(1);
    }

    /// As exportify.app calls a playlist "Liked" that comes after the liked songs.
    @Test
    void aNumberBehindTheLikedSongsIsAnotherPlaylist() {
        write("spotify_playlists.zip", Map.of("liked.csv", TEXT, "liked (1).csv", TEXT));

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.playlistNames()).containsExactly("Liked Songs", "liked (1)");
        assertThat(library.files()).extracting(CsvFile::kept).containsExactly(1, 1);
    }

    @Test
    void whatMacOsAddsIsNoExport() {
        String decomposed = Normalizer.normalize("Café.csv", Normalizer.Form.NFD);
        Path zip = write("a.zip", Map.of(decomposed, TEXT, "__MACOSX/._" + decomposed, "\0\0", "._b.csv", "\0"));

        assertThat(Backup.at(zip).read().playlistNames()).containsExactly("Café");
    }

    @Test
    void aPathThatLeavesTheZipIsRefused() {
        Path zip = write("a.zip", Map.of("../evil.csv", TEXT, "/etc/evil.csv", TEXT, "ok.csv", TEXT));

        assertThat(Backup.at(zip).read().files())
                .extracting(file -> file.unreadable().orElse("read"))
                .containsExactlyInAnyOrder("its path leaves the zip", "its path leaves the zip", "read");
    }

    @Test
    void aBombIsRefusedBeforeItGrows() {
        String row = Csv.p25(Csv.ID_A, Map.of());
        Path zip = write("a.zip", Map.of("bomb.csv", Csv.P25 + row.repeat(500_000), "ok.csv", TEXT));

        assertThat(Backup.at(zip).read().files())
                .extracting(file -> file.unreadable().orElse("read"))
                .containsExactly("a zip bomb: more than 32 MiB come out of it", "read");
    }

    @Test
    void manyEntriesThatAreABombTogetherAreRefused() {
        Map<String, String> entries = new LinkedHashMap<>();
        IntStream.range(0, 10).forEach(number -> entries.put(number + ".csv", TEXT));
        byte[] bytes = declaring(30 << 20, zip(entries, StandardCharsets.UTF_8));

        Path zip = Csv.write(directory, "a.zip", bytes);

        assertThat(Backup.at(zip).read().files())
                .singleElement()
                .satisfies(file -> assertThat(file.unreadable())
                        .contains("not a zip that can be read: a zip bomb: more than 256 MiB come out of it"));
    }

    @Test
    void anEntryThatIsLargerThanTheZipSaysIsRefused() {
        byte[] bytes = declaring(10, zip(Map.of("Mix.csv", TEXT), StandardCharsets.UTF_8));

        Path zip = Csv.write(directory, "a.zip", bytes);

        assertThat(Backup.at(zip).read().files().getFirst().unreadable())
                .contains("more comes out of it than the 10 bytes that the zip says");
    }

    /// As Windows' own zip folders and 7-Zip write them in the West.
    @Test
    void namesInTheLettersOfTheFirstPcAreRead() {
        byte[] bytes = zip(Map.of("Café.csv", TEXT, "Für_Elise.csv", TEXT), Charset.forName("IBM437"));

        Path zip = Csv.write(directory, "a.zip", bytes);

        CsvLibrary library = Backup.at(zip).read();
        assertThat(library.playlistNames()).containsExactly("Café", "Für_Elise");
        assertThat(library.files()).allMatch(file -> file.unreadable().isEmpty());
    }

    @Test
    void directoriesInsideMayBeWrittenAsOnWindows() {
        Path zip = write("a.zip", Map.of("2026-01-30\\Liked_Songs.csv", TEXT, "..\\evil.csv", TEXT));

        CsvLibrary library = Backup.at(zip).read();

        assertThat(library.files())
                .extracting(CsvFile::file, file -> file.unreadable().orElse("read"))
                .containsExactlyInAnyOrder(
                        tuple("2026-01-30/Liked_Songs.csv", "read"), tuple("../evil.csv", "its path leaves the zip"));
        assertThat(library.liked()).isPresent();
        assertThat(library.files().getFirst().exportedAt()).contains(Instant.parse("2026-01-30T00:00:00Z"));
    }

    @Test
    void aZipThatIsNoneSaysSo() {
        Csv.write(directory, "a.zip", "no zip");
        Csv.write(directory, "ok.csv", TEXT);

        assertThat(Backup.at(directory).read().files())
                .extracting(file -> file.unreadable().orElse("read"))
                .containsExactly("not a zip that can be read: its end is missing", "read");
    }

    @Test
    void aZipThatBreaksLeavesWhatWasReadOfItBefore() {
        Path zip = write("a.zip", Map.of("Mix.csv", TEXT, "Other.csv", TEXT));
        CsvLibrary good = Backup.at(zip).read();
        Csv.write(directory, "a.zip", "PK half");

        CsvLibrary after = Backup.at(zip).read(good);

        assertThat(after.playlistNames()).containsExactly("Mix", "Other");
        assertThat(after.files())
                .allSatisfy(file -> assertThat(file.warnings())
                        .containsExactly("this is what it was before; now it cannot be read: not a zip that can be"
                                + " read: its end is missing"));
    }

    /// As a program leaves them that adds to a zip what it has already.
    @Test
    void entriesOfOneNameAreAllRead() {
        Path zip = Csv.write(directory, "a.zip", twoOfOneName("Mix.csv"));

        CsvLibrary library = Backup.at(zip).read();

        assertThat(library.files())
                .extracting(CsvFile::file, CsvFile::kept)
                .containsExactly(tuple("Mix.csv", 1), tuple("Mix~2.csv", 1));
        assertThat(library.find(A)).isPresent();
        assertThat(library.playlist("Mix").orElseThrow().tracks()).containsExactly(B);
        assertThat(library.snapshots("Mix")).extracting(CsvSnapshot::file).containsExactly("Mix.csv", "Mix~2.csv");
    }

    @Test
    void entriesOfOneNameStayAsTheyWereWhenTheZipBreaks() {
        Path zip = Csv.write(directory, "a.zip", twoOfOneName("Mix.csv"));
        CsvLibrary good = Backup.at(zip).read();
        Csv.write(directory, "a.zip", "PK half");

        CsvLibrary after = Backup.at(zip).read(good);

        assertThat(after.find(A)).isPresent();
        assertThat(after.find(B)).isPresent();
    }

    /// Two directories of one name, as Windows and others write them, hold two entries.
    @Test
    void entriesOfOnePathAreAllRead() {
        Path zip = write("a.zip", Map.of("in/Mix.csv", TEXT, "in\\Mix.csv", TEXT));

        assertThat(Backup.at(zip).read().files())
                .extracting(CsvFile::file)
                .containsExactly("in/Mix.csv", "in/Mix~2.csv");
    }

    /// The JDK writes no such zip.
    private static byte[] twoOfOneName(String name) {
        String other = "?" + name.substring(1);
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(name, TEXT);
        entries.put(other, Csv.P25 + Csv.p25(Csv.ID_B, Map.of()));
        String bytes = new String(zip(entries, StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return bytes.replace(other, name).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Path write(String file, Map<String, String> entries) {
        return Csv.write(directory, file, zip(entries, StandardCharsets.UTF_8));
    }

    private static byte[] zip(Map<String, String> entries, Charset names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, names)) {
            for (var entry : new LinkedHashMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// The same zip, whose list says that each entry has `size` bytes: section 4.3.12 of the specification.
    private static byte[] declaring(int size, byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < zip.length - 46; at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                bytes.putInt(at + 24, size);
            }
        }
        return zip;
    }
}
