package dev.segue.library.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds entries by title and artist. Immutable.
final class NameIndex {

    private final Map<String, List<CsvEntry>> byTitle;

    NameIndex(Collection<CsvEntry> entries) {
        byTitle = HashMap.newHashMap(entries.size());
        for (CsvEntry entry : entries) {
            entry.track()
                    .title()
                    .ifPresent(title -> byTitle.merge(NameText.comparable(title), List.of(entry), NameIndex::joined));
        }
    }

    private static List<CsvEntry> joined(List<CsvEntry> some, List<CsvEntry> more) {
        List<CsvEntry> all = some.size() == 1 ? new ArrayList<>(some) : some;
        all.addAll(more);
        return all;
    }

    List<CsvEntry> find(String title, String artist) {
        String wanted = NameText.comparable(artist.replace(';', ' '));
        return byTitle.getOrDefault(NameText.comparable(title), List.of()).stream()
                .filter(entry -> isBy(entry.track().artists(), wanted))
                .toList();
    }

    private static boolean isBy(List<String> artists, String wanted) {
        return artists.stream().anyMatch(artist -> NameText.comparable(artist).equals(wanted))
                || NameText.comparable(String.join(" ", artists)).equals(wanted);
    }
}
