package dev.segue.library.csv;

import dev.segue.library.store.ByteReader;
import dev.segue.library.store.HashTable;
import dev.segue.library.store.TrackForm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Finds entries by title and artist. Immutable.
final class NameIndex {

    /// entries that one thread goes through at once
    private static final int PART = 1 << 13;
    /// makes another hash code of a title than of an artist
    private static final long TITLE = 0x9E3779B97F4A7C15L;

    private final Entries entries;
    private final HashTable numbers;

    NameIndex(Entries entries) {
        this.entries = entries;
        int parts = (entries.size() + PART - 1) / PART;
        List<Hashes> hashes = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> Hashes.of(entries, part * PART, Math.min(entries.size(), (part + 1) * PART)))
                .toList();
        this.numbers = new HashTable(hashes.stream().mapToInt(part -> part.size).sum());
        hashes.forEach(part -> part.addTo(numbers));
    }

    /// Hash codes of names: one for each artist of a track, and one for several together.
    private static final class Hashes {

        private long[] hashes = new long[2 * PART];
        private int[] entryOf = new int[2 * PART];
        private int size;

        static Hashes of(Entries entries, int from, int to) {
            Hashes all = new Hashes();
            for (int number = from; number < to; number++) {
                all.add(entries.atId(number), number);
            }
            return all;
        }

        private void add(ByteReader from, int number) {
            if (!TrackForm.toNames(from)) {
                return;
            }
            long title = hash(from, 1) * TITLE;
            from.passText();
            int artists = from.small();
            if (artists > 1) {
                add(title + hash(from, artists), number);
            }
            for (int artist = 0; artist < artists; artist++) {
                add(title + hash(from, 1), number);
                from.passText();
            }
        }

        private void add(long hash, int number) {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * size);
                entryOf = Arrays.copyOf(entryOf, 2 * size);
            }
            hashes[size] = hash;
            entryOf[size++] = number;
        }

        void addTo(HashTable numbers) {
            for (int at = 0; at < size; at++) {
                numbers.add(hashes[at], entryOf[at]);
            }
        }
    }

    /// Of the name that the `texts` are to which `from` comes.
    private static long hash(ByteReader from, int texts) {
        return PlainName.arePlain(from, texts)
                ? new PlainName(from.copy(), texts).hash()
                : NameText.hash(comparable(from.copy(), texts));
    }

    private static boolean isNamed(ByteReader from, int texts, String comparable) {
        return PlainName.arePlain(from, texts)
                ? new PlainName(from.copy(), texts).is(comparable)
                : comparable(from.copy(), texts).equals(comparable);
    }

    private static String comparable(ByteReader from, int texts) {
        List<String> all = new ArrayList<>(texts);
        for (int text = 0; text < texts; text++) {
            all.add(from.text());
        }
        return NameText.comparable(String.join(" ", all));
    }

    /// A name that is asked for. Most are asked for as they are written, and then need not be compared by character.
    private static final class Wanted {

        private final byte[] written;
        private final String comparable;

        Wanted(String name) {
            written = name.getBytes(StandardCharsets.UTF_8);
            comparable = NameText.comparable(name);
        }

        long hash() {
            return NameText.hash(comparable);
        }

        boolean is(ByteReader from, int texts) {
            return (texts == 1 && from.isAtText(written)) || isNamed(from, texts, comparable);
        }
    }

    List<CsvEntry> find(String title, String artist) {
        Wanted wanted = new Wanted(title);
        Wanted by = new Wanted(artist.replace(';', ' '));
        List<CsvEntry> found = new ArrayList<>(1);
        numbers.find(wanted.hash() * TITLE + by.hash(), number -> {
            boolean again = !found.isEmpty() && found.getLast().is(number);
            if (!again && isCalled(entries.atId(number), wanted, by)) {
                found.add(entries.get(number));
            }
        });
        return List.copyOf(found);
    }

    private static boolean isCalled(ByteReader from, Wanted title, Wanted artist) {
        if (!TrackForm.toNames(from) || !title.is(from, 1)) {
            return false;
        }
        from.passText();
        int artists = from.small();
        if (artists > 1 && artist.is(from, artists)) {
            return true;
        }
        for (int at = 0; at < artists; at++) {
            if (artist.is(from, 1)) {
                return true;
            }
            from.passText();
        }
        return false;
    }
}
