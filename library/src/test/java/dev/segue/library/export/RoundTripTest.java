package dev.segue.library.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.AudioFeatures;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.csv.CsvFile;
import dev.segue.library.csv.CsvLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Whatever the system knows of tracks, Segue reads its own export back to the same.
class RoundTripTest {

    private static Path directory = Path.of("");

    @BeforeContainer
    static void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("round-trip");
    }

    @AfterContainer
    static void removeDirectory() throws IOException {
        Files.deleteIfExists(directory.resolve("list.csv"));
        Files.deleteIfExists(directory);
    }

    @Property(tries = 500)
    void anExportIsReadBackToTheSameTracks(@ForAll("tracks") List<Track> tracks) throws IOException {
        var text = new StringBuilder();
        PlaylistCsv.write(tracks, text);
        Files.writeString(directory.resolve("list.csv"), text);

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.files()).extracting(CsvFile::bad).containsExactly(List.of());
        assertThat(library.entries()).extracting(CsvEntry::track).containsExactlyElementsOf(tracks);
    }

    @Provide
    Arbitrary<List<Track>> tracks() {
        return track().list().uniqueElements(Track::id).ofMinSize(1).ofMaxSize(8);
    }

    private static Arbitrary<Track> track() {
        var words = Combinators.combine(
                        optional(text()),
                        text().list().ofMaxSize(3),
                        optional(text()),
                        optional(text()),
                        Arbitraries.of("pop", "hip hop", "=", "-core", "'@")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3))
                .as((title, artists, album, label, genres) -> new Track(
                        TrackId.spotify("0000000000000000000000"),
                        title,
                        artists,
                        album,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        label,
                        genres,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return Combinators.combine(
                        words,
                        Arbitraries.strings().alpha().numeric().ofLength(22).map(TrackId::spotify),
                        optional(Arbitraries.longs().between(1, 100_000_000).map(Duration::ofMillis)),
                        optional(Arbitraries.of("1973", "1999-12", "2024-02-29").map(ReleaseDate::of)),
                        optional(Arbitraries.of("USSM12200001", "QZABC1212345")),
                        optional(Arbitraries.of(true, false)),
                        optional(Arbitraries.integers().between(0, 100)),
                        optional(
                                Arbitraries.longs().between(1, 253_402_300_799L).map(Instant::ofEpochSecond)))
                .as((said, id, duration, date, isrc, explicit, popularity, addedAt) -> new Track(
                        id,
                        said.title(),
                        said.artists(),
                        said.album(),
                        duration,
                        date,
                        isrc,
                        explicit,
                        popularity,
                        said.label(),
                        said.genres(),
                        id.link(),
                        addedAt,
                        Optional.empty()))
                .flatMap(track -> optional(features()).map(features -> with(track, features)));
    }

    private static Track with(Track track, Optional<AudioFeatures> features) {
        return new Track(
                track.id(),
                track.title(),
                track.artists(),
                track.album(),
                track.duration(),
                track.releaseDate(),
                track.isrc(),
                track.explicit(),
                track.popularity(),
                track.label(),
                track.genres(),
                track.link(),
                track.addedAt(),
                features);
    }

    private static Arbitrary<AudioFeatures> features() {
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(
                        Arbitraries.doubles().between(1, 250),
                        Arbitraries.integers().between(0, 11),
                        optional(Arbitraries.integers().between(0, 1)),
                        shares.list().ofSize(7),
                        optional(Arbitraries.doubles().between(-60, 5)),
                        optional(Arbitraries.integers().between(1, 7)))
                .as((tempo, key, mode, share, loudness, signature) -> new AudioFeatures(
                        Optional.of(tempo),
                        Optional.of(key),
                        mode,
                        Optional.of(share.get(0)),
                        Optional.of(share.get(1)),
                        Optional.of(share.get(2)),
                        loudness,
                        Optional.of(share.get(3)),
                        Optional.of(share.get(4)),
                        Optional.of(share.get(5)),
                        Optional.of(share.get(6)),
                        signature));
    }

    /// Anything but blanks at its ends, which no reader of exports keeps.
    private static Arbitrary<String> text() {
        Arbitrary<String> special = Arbitraries.of(
                "=", "+", "-", "@", "'", "\"", ";", ",", "\\", "\n", "\r\n", "\t", "undefined", "＝", "夜");
        Arbitrary<String> plain = Arbitraries.strings()
                .withCharRange(' ', '\u02FF')
                .withChars('\uFEFF', '\u200B', '\u3000')
                .ofMaxLength(5);
        return Arbitraries.oneOf(special, plain)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join("", parts).strip())
                .filter(text -> !text.isEmpty());
    }

    private static <T> Arbitrary<Optional<T>> optional(Arbitrary<T> values) {
        return values.optional(0.8);
    }
}
