package dev.segue.library.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.AudioFeatures;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StoreTest {

    private final SlabWriter writer = new SlabWriter();
    private final ByteWriter run = new ByteWriter();

    @Property
    void everyTrackReadsBackAsItWas(@ForAll("tracks") List<Track> tracks) {
        var slab = new SlabWriter();
        var bytes = new ByteWriter();
        var addresses = new ArrayList<Integer>();
        for (Track track : tracks) {
            bytes.clear();
            TrackForm.write(track, bytes);
            addresses.add(slab.add(bytes));
        }
        Slab kept = slab.finish();

        List<Track> read = addresses.stream()
                .map(address -> TrackForm.read(kept.at(address)))
                .toList();

        assertThat(read).isEqualTo(tracks);
    }

    @Property
    void everyDecimalReadsBackAsItWas(@ForAll double value) {
        assertThat(throughBytes(value)).isEqualTo(Double.valueOf(value));
    }

    @Test
    void decimalsOfFewDigitsTakeFewBytes() {
        for (double value : new double[] {0, 0.735, -5.934, 120.034, 0.0000213, 0.00412, 1, -60}) {
            assertThat(throughBytes(value)).isEqualTo(Double.valueOf(value));
            assertThat(run.size()).as(Double.toString(value)).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void whatIsNoNumberReadsBackToo() {
        for (double value : new double[] {-0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e300}) {
            assertThat(throughBytes(value)).isEqualTo(Double.valueOf(value));
        }
    }

    private double throughBytes(double value) {
        DecimalForm.write(value, run.clear());
        var slab = new SlabWriter();
        int address = slab.add(run);
        return DecimalForm.read(slab.finish().at(address));
    }

    @Test
    void runsLargerThanAChunkAreKeptToo() {
        String monster = "x".repeat(3 * Slab.CHUNK);
        var addresses = new ArrayList<Integer>();
        for (int i = 0; i < 3; i++) {
            run.clear().text("small " + i);
            addresses.add(writer.add(run));
            run.clear().text(monster);
            addresses.add(writer.add(run));
        }

        Slab slab = writer.finish();

        for (int i = 0; i < 3; i++) {
            assertThat(slab.at(addresses.get(2 * i)).text()).isEqualTo("small " + i);
            assertThat(slab.at(addresses.get(2 * i + 1)).text()).isEqualTo(monster);
        }
    }

    @Property
    void everyIdIsFoundUnderItsNumber(@ForAll("ids") Set<TrackId> wanted, @ForAll("ids") Set<TrackId> others) {
        for (int expected : new int[] {0, wanted.size(), 3 * wanted.size()}) {
            var table = new IdTable(expected);
            var inOrder = new ArrayList<>(wanted);
            for (TrackId id : inOrder) {
                assertThat(table.add(id)).isEqualTo(IdTable.NONE);
            }
            table.trim();

            for (int number = 0; number < inOrder.size(); number++) {
                assertThat(table.find(inOrder.get(number))).isEqualTo(number);
            }
            for (TrackId other : others) {
                assertThat(table.find(other) == IdTable.NONE).isEqualTo(!wanted.contains(other));
            }
            assertThat(table.size()).isEqualTo(wanted.size());
        }
    }

    @Test
    void secondNumberIsNotGiven() {
        var table = new IdTable(4);
        TrackId id = TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC");
        table.add(id);
        table.add(TrackId.parse("soundcloud:1"));

        assertThat(table.add(id)).isZero();
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void severalNumbersUnderOneHashCodeComeInOrder() {
        var table = new HashTable(1_000);
        for (int number = 0; number < 1_000; number++) {
            table.add(number % 10, number);
        }

        var found = new ArrayList<Integer>();
        table.find(3, found::add);

        assertThat(found).hasSize(100).startsWith(3, 13, 23).isSorted();
        assertThat(new HashSet<>(found)).allMatch(number -> number % 10 == 3);
    }

    @Test
    void ofVeryManyNumbersUnderOneHashCodeTheFirstAreKept() {
        int many = 200_000;
        var table = new HashTable(many);
        for (int number = 0; number < many; number++) {
            table.add(7, number);
        }

        var found = new ArrayList<Integer>();
        table.find(7, found::add);

        assertThat(found).hasSize(HashTable.MOST_OF_ONE).startsWith(0, 1, 2).isSorted();
    }

    @Provide
    Arbitrary<Set<TrackId>> ids() {
        return id().set().ofMaxSize(60).map(TreeSet::new);
    }

    private static Arbitrary<TrackId> id() {
        Arbitrary<String> spotify = Arbitraries.strings().alpha().numeric().ofLength(22);
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(19);
        Arbitrary<String> hexadecimal =
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(16);
        return Arbitraries.oneOf(
                spotify.map(TrackId::spotify),
                digits.map(key -> new TrackId(TrackId.Source.SOUNDCLOUD, key)),
                hexadecimal.map(key -> new TrackId(TrackId.Source.LOCAL, key)));
    }

    @Provide
    Arbitrary<List<Track>> tracks() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('А', 'я')
                .withChars("樂;,\"\n\0")
                .ofMaxLength(40);
        Arbitrary<List<String>> names = texts.list().ofMaxSize(4);
        Arbitrary<Optional<AudioFeatures>> features = Combinators.combine(
                        Arbitraries.doubles()
                                .between(-80, 250)
                                .ofScale(3)
                                .optional()
                                .list()
                                .ofSize(9),
                        Arbitraries.integers().between(0, 11).optional(),
                        Arbitraries.integers().between(0, 1).optional(),
                        Arbitraries.integers().between(1, 7).optional())
                .as((decimals, key, mode, beats) -> new AudioFeatures(
                        decimals.get(0),
                        key,
                        mode,
                        decimals.get(1),
                        decimals.get(2),
                        decimals.get(3),
                        decimals.get(4),
                        decimals.get(5),
                        decimals.get(6),
                        decimals.get(7),
                        decimals.get(8),
                        beats))
                .optional();
        Arbitrary<Optional<ReleaseDate>> dates = Arbitraries.of("1973", "0001-02", "2024-02-29", "2026-12-31", "9999")
                .map(ReleaseDate::of)
                .optional();
        Arbitrary<Track> described = Combinators.combine(id(), texts.optional(), names, texts.optional(), dates, names)
                .as((id, title, artists, album, date, genres) -> new Track(
                        id,
                        title,
                        artists,
                        album,
                        title.map(text -> Duration.ofMillis(text.length() * 1_001L)),
                        date,
                        album,
                        album.map(String::isEmpty),
                        title.map(String::length),
                        title,
                        genres,
                        genres.size() % 2 == 0 ? id.link() : album,
                        title.map(text -> Instant.ofEpochSecond(text.hashCode(), text.length())),
                        Optional.empty()));
        return Combinators.combine(described, features)
                .as((track, sound) -> new Track(
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
                        sound))
                .list()
                .ofMaxSize(12);
    }

    @Test
    void whatIsNotedAtAnIdIsFoundWithIt() {
        var table = new IdTable(0);
        for (int number = 0; number < 1_000; number++) {
            table.add(TrackId.spotify("%022d".formatted(number)));
        }

        table.note(number -> number == 7 ? IdTable.MOST_NOTE : number % 5);

        assertThat(IdTable.note(table.look(TrackId.spotify("%022d".formatted(7)))))
                .isEqualTo(IdTable.MOST_NOTE);
        assertThat(IdTable.note(table.look(TrackId.spotify("%022d".formatted(504)))))
                .isEqualTo(4);
        assertThat(IdTable.number(table.look(TrackId.spotify("%022d".formatted(7)))))
                .isEqualTo(7);
        assertThat(table.find(TrackId.spotify("%022d".formatted(999)))).isEqualTo(999);
        assertThat(IdTable.number(table.look(TrackId.spotify("%022d".formatted(1_000)))))
                .isEqualTo(IdTable.NONE);
    }
}
