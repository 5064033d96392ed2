package dev.segue.library.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Names of songs, artists and albums as they are compared: letters and digits alone, whatever the case, accents,
/// punctuation and blanks; `&` is "and", the `$` of `A$AP` an s.
public final class Name {

    /// Divides one artist from the next, as a word of a name.
    static final String COMMA = ",";

    private static final Set<String> BETWEEN_ARTISTS = Set.of(
            COMMA,
            "+",
            "and",
            "feat",
            "ft",
            "featuring",
            "with",
            "vs",
            "versus",
            "x",
            "meets",
            "presents",
            "pres",
            "und",
            "et",
            "y",
            "con");
    private static final Set<String> AFTER_ARTISTS = Set.of("official", "vevo", "topic");

    private Name() {}

    /// The words that make an artist's name more than its letters.
    static Set<String> meaningfulInArtists() {
        var words = new HashSet<String>(BETWEEN_ARTISTS);
        words.addAll(AFTER_ARTISTS);
        words.add("the");
        return words;
    }

    /// `name` as it is compared. Two names of nothing but signs are the same only if they are so to the letter.
    ///
    /// ```java
    /// Name.key("Don’t Stop & Go!").equals(Name.key("DONT STOP AND GO"))
    /// ```
    public static String key(String name) {
        String key = joined(words(Letters.folded(name)));
        return key.isEmpty() ? name.strip() : key;
    }

    /// The words of `folded` text; `&` as "and", and [#COMMA] for each sign that divides names.
    static List<String> words(String folded) {
        var words = new ArrayList<String>();
        int start = -1;
        for (int at = 0; at <= folded.length(); at++) {
            char letter = at < folded.length() ? folded.charAt(at) : ' ';
            boolean sign = letter < 0x80 && !Character.isLetterOrDigit(letter);
            if (!sign) {
                start = start < 0 ? at : start;
                continue;
            }
            if (start >= 0) {
                words.add(folded.substring(start, at));
                start = -1;
            }
            addSign(words, letter);
        }
        for (int at = 1; at < words.size() - 1; at++) {
            if (words.get(at).equals("n")) {
                words.set(at, "and");
            }
        }
        return words;
    }

    private static void addSign(List<String> words, char sign) {
        switch (sign) {
            case '&' -> words.add("and");
            case '+' -> words.add("+");
            case ',', ';', '/' -> words.add(COMMA);
            default -> {}
        }
    }

    static String joined(List<String> words) {
        var joined = new StringBuilder(32);
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            switch (word) {
                case COMMA -> {}
                case "+" -> joined.append("and");
                default -> joined.append(OneSpelling.of(words, at));
            }
        }
        return joined.toString();
    }

    /// Each artist in `words`, as compared: without "the", and without what channels add to their names.
    static List<String> artists(List<String> words) {
        var artists = new ArrayList<String>();
        int start = 0;
        for (int at = 0; at <= words.size(); at++) {
            if (at == words.size() || BETWEEN_ARTISTS.contains(words.get(at))) {
                String artist = artist(words.subList(start, at));
                if (!artist.isEmpty()) {
                    artists.add(artist);
                }
                start = at + 1;
            }
        }
        return artists;
    }

    /// One artist of that name.
    static String artist(List<String> words) {
        int from = words.size() > 1 && words.getFirst().equals("the") ? 1 : 0;
        int to = words.size();
        if (to - from > 1 && AFTER_ARTISTS.contains(words.get(to - 1))) {
            to--;
        }
        String key = joined(words.subList(from, to));
        return key.endsWith("vevo") && key.length() > 4 ? key.substring(0, key.length() - 4) : key;
    }
}
