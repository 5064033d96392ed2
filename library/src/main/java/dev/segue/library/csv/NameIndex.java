package dev.segue.library.csv;

import dev.segue.library.store.HashTable;
import dev.segue.library.store.TrackForm;
import java.util.ArrayList;
import java.util.List;

/// Finds entries by title and artist. Immutable.
final class NameIndex {

    private static final int MULTIPLIER = 31;

    private final Entries entries;
    private final HashTable numbers;

    NameIndex(Entries entries) {
        this.entries = entries;
        int names = 0;
        for (int number = 0; number < entries.size(); number++) {
            names += hashes(entries.names(number)).length;
        }
        this.numbers = new HashTable(names);
        for (int number = 0; number < entries.size(); number++) {
            for (long hash : hashes(entries.names(number))) {
                numbers.add(hash, number);
            }
        }
    }

    /// One for each artist, and one for several together.
    private static long[] hashes(TrackForm.Names names) {
        if (names.title().isEmpty() || names.artists().isEmpty()) {
            return new long[0];
        }
        List<String> artists = names.artists();
        String title = NameText.comparable(names.title().get());
        long[] hashes = new long[artists.size() == 1 ? 1 : artists.size() + 1];
        for (int artist = 0; artist < artists.size(); artist++) {
            hashes[artist] = hash(title, NameText.comparable(artists.get(artist)));
        }
        if (artists.size() > 1) {
            hashes[artists.size()] = hash(title, NameText.comparable(String.join(" ", artists)));
        }
        return hashes;
    }

    private static long hash(String title, String artist) {
        long hash = artist.length();
        for (String name : new String[] {title, artist}) {
            for (int at = 0; at < name.length(); at++) {
                hash = hash * MULTIPLIER + name.charAt(at);
            }
        }
        return hash;
    }

    List<CsvEntry> find(String title, String artist) {
        String wanted = NameText.comparable(title);
        String by = NameText.comparable(artist.replace(';', ' '));
        List<CsvEntry> found = new ArrayList<>();
        numbers.find(hash(wanted, by), number -> {
            boolean again = !found.isEmpty() && found.getLast().is(number);
            if (!again && isCalled(entries.names(number), wanted, by)) {
                found.add(entries.get(number));
            }
        });
        return List.copyOf(found);
    }

    private static boolean isCalled(TrackForm.Names names, String title, String artist) {
        return names.title()
                        .filter(name -> NameText.comparable(name).equals(title))
                        .isPresent()
                && isBy(names.artists(), artist);
    }

    private static boolean isBy(List<String> artists, String wanted) {
        for (String artist : artists) {
            if (NameText.comparable(artist).equals(wanted)) {
                return true;
            }
        }
        return artists.size() > 1
                && NameText.comparable(String.join(" ", artists)).equals(wanted);
    }
}
