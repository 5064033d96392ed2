package dev.segue.library.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where the brackets and dashes of a title divide it.
final class TitleParts {

    private static final Set<String> NUMBERS = Set.of(
            "part", "pt", "vol", "volume", "chapter", "act", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix",
            "x", "one", "two", "three", "four", "five");

    /// Where a part stands.
    enum Place {
        MAIN,
        AFTER_DASH,
        IN_BRACKETS
    }

    record Part(Place place, List<String> words) {}

    private final List<Part> parts = new ArrayList<>();
    private Place place = Place.MAIN;
    private int depth;
    private int start;

    private TitleParts() {}

    /// The parts of `title` that have any words, in order.
    static List<Part> of(String title) {
        var parts = new TitleParts();
        String folded = Letters.folded(title);
        for (int at = 0; at < folded.length(); at++) {
            parts.read(folded, at);
        }
        parts.end(folded, folded.length());
        return parts.parts;
    }

    private void read(String folded, int at) {
        switch (folded.charAt(at)) {
            case '(' -> {
                end(folded, at);
                depth++;
            }
            case ')' -> {
                end(folded, at);
                depth = Math.max(0, depth - 1);
            }
            case ';' -> {
                if (depth > 0) {
                    end(folded, at);
                }
            }
            case '-' -> {
                if (isApart(folded, at)) {
                    end(folded, at);
                    place = depth == 0 && !parts.isEmpty() ? Place.AFTER_DASH : place;
                }
            }
            default -> {}
        }
    }

    /// A dash within a word, as in "twenty-one", divides nothing.
    private static boolean isApart(String folded, int at) {
        return at == 0 || at == folded.length() - 1 || folded.charAt(at - 1) == ' ' || folded.charAt(at + 1) == ' ';
    }

    private void end(String folded, int at) {
        List<String> words = Name.words(folded.substring(start, at));
        if (!words.isEmpty()) {
            parts.add(new Part(depth > 0 ? Place.IN_BRACKETS : place, words));
        }
        start = at + 1;
    }

    /// Whether `word` numbers the parts of a work.
    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0)) || NUMBERS.contains(word);
    }
}
