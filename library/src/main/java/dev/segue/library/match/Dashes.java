package dev.segue.library.match;

import java.util.ArrayList;
import java.util.List;

/// Titles as uploaders write them: "Artist - Title", and now and then "Title - Artist".
final class Dashes {

    private Dashes() {}

    /// What `parts` mean if what stands before the first dash, or after the last, is the artist.
    static List<Fingerprint.Reading> readings(List<TitleParts.Part> parts, String text) {
        var readings = new ArrayList<Fingerprint.Reading>(2);
        int dash = 0;
        while (parts.get(dash).place() != TitleParts.Place.AFTER_DASH) {
            dash++;
        }
        add(readings, parts.subList(0, dash), parts.subList(dash, parts.size()), text);
        int last = dash + 1;
        while (last < parts.size() && parts.get(last).place() == TitleParts.Place.IN_BRACKETS) {
            last++;
        }
        if (last == parts.size()) {
            var title = new ArrayList<>(parts.subList(0, dash));
            title.addAll(parts.subList(dash + 1, parts.size()));
            add(readings, parts.subList(dash, dash + 1), title, text);
        }
        return readings;
    }

    private static void add(
            List<Fingerprint.Reading> readings, List<TitleParts.Part> artist, List<TitleParts.Part> rest, String text) {
        var words = new ArrayList<String>();
        artist.forEach(part -> words.addAll(part.words()));
        var name = new ArrayList<TitleParts.Part>(rest);
        name.set(0, new TitleParts.Part(TitleParts.Place.MAIN, rest.getFirst().words()));
        Title title = Title.of(name, text);
        Artists artists = Artists.of(List.of(String.join(" ", words)));
        if (!artists.isUnknown() && !title.name().isEmpty()) {
            readings.add(new Fingerprint.Reading(title, artists.and(title.guests())));
        }
    }
}
