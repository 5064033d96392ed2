package dev.segue.library.match;

import dev.segue.library.match.TitleParts.Part;
import dev.segue.library.match.TitleParts.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What uploaders write around a title that is no part of it: "Premiere:", "[FREE DL]", "out now", the number in a
/// set. And the signs that they write for the dash between artist and title.
final class Uploads {

    private static final Set<String> ANNOUNCING =
            Set.of("premiere", "exclusive", "free", "download", "dl", "new", "official");
    private static final Set<String> ENDING = Set.of("download", "dl", "now", "free");
    private static final Set<String> BEFORE_ENDING = Set.of("free", "out", "available", "exclusive");
    private static final Pattern FOR_A_DASH = Pattern.compile("\\s*:\\s+|\\s+(?:~|//)\\s+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}|[a-d]\\d");

    private Uploads() {}

    /// `text` with a dash for another sign that stands between artist and title; empty if there is none.
    static Optional<String> withDash(String text) {
        boolean maybe = text.indexOf(':') > 0 || text.indexOf('~') > 0 || text.contains("//");
        if (!maybe) {
            return Optional.empty();
        }
        String dashed = FOR_A_DASH.matcher(text.strip()).replaceFirst(" - ");
        return Optional.of(dashed).filter(changed -> !changed.equals(text.strip()));
    }

    /// `parts` without announcements at either end.
    static List<Part> plain(List<Part> parts) {
        int first = 0;
        int last = lastName(parts);
        if (!ANNOUNCING.contains(parts.getFirst().words().getFirst())
                && !isAnnounced(parts.get(last).words())) {
            return parts;
        }
        while (first < parts.size() - 1 && parts.get(first).words().stream().allMatch(ANNOUNCING::contains)) {
            first++;
        }
        var plain = new ArrayList<>(parts.subList(first, parts.size()));
        Part start = plain.getFirst();
        plain.set(0, new Part(first > 0 ? Place.MAIN : start.place(), withoutStart(start.words())));
        Part end = plain.get(last - first);
        plain.set(last - first, new Part(end.place(), withoutEnd(end.words())));
        return plain;
    }

    /// `parts` without the number of a track at the start; empty if there is none.
    static Optional<List<Part>> withoutNumber(List<Part> parts) {
        List<String> words = parts.getFirst().words();
        if (words.size() < 2 || !NUMBER.matcher(words.getFirst()).matches()) {
            return Optional.empty();
        }
        var named = new ArrayList<>(parts);
        named.set(0, new Part(parts.getFirst().place(), words.subList(1, words.size())));
        return Optional.of(named);
    }

    private static int lastName(List<Part> parts) {
        int last = parts.size() - 1;
        while (last > 0 && parts.get(last).place() == Place.IN_BRACKETS) {
            last--;
        }
        return last;
    }

    private static List<String> withoutStart(List<String> words) {
        int from = 0;
        while (from < words.size() - 1
                && ANNOUNCING.contains(words.get(from))
                && !words.get(from).equals("new")) {
            from++;
        }
        return words.subList(from, words.size());
    }

    private static boolean isAnnounced(List<String> words) {
        int last = words.size() - 1;
        return last > 1 && ENDING.contains(words.get(last)) && BEFORE_ENDING.contains(words.get(last - 1));
    }

    private static List<String> withoutEnd(List<String> words) {
        return isAnnounced(words) ? words.subList(0, words.size() - 2) : words;
    }
}
