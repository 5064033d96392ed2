package dev.segue.library.match;

import dev.segue.library.match.TitleParts.Part;
import dev.segue.library.match.TitleParts.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What uploaders write around a title that is no part of it: "Premiere:", "[FREE DL]", "out now", the number in a
/// set. And the signs that they write for the dash between artist and title.
final class Uploads {

    /// as a part of their own: before a dash, in brackets, or before a colon
    private static final Set<String> ANNOUNCEMENTS = Set.of(
            "premiere",
            "exclusivepremiere",
            "exclusive",
            "freedownload",
            "freedl",
            "freedlonly",
            "outnow",
            "newrelease");

    /// at the end, behind the name
    private static final Set<String> ENDS = Set.of("freedownload", "freedl", "outnow", "availablenow");

    /// The last words of those.
    static final Set<String> LAST_WORDS = Set.of("download", "dl", "now");
    private static final Set<String> STARTING = Set.of("premiere", "exclusive", "free", "out", "new");

    private static final Pattern START = Pattern.compile(
            "^\\W*(?:(?:exclusive\\s+)?premiere|exclusive|free\\s+(?:download|dl))\\s*:\\s*(?=\\S)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR_A_DASH = Pattern.compile("\\s*:\\s+|\\s+(?:~|//)\\s+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}|[a-d]\\d");

    private Uploads() {}

    /// `text` without an announcement and a colon before it.
    static String withoutStart(String text) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        Matcher start = START.matcher(text);
        return start.find() ? text.substring(start.end()) : text;
    }

    /// `text` with a dash for another sign that stands between artist and title; empty if there is none.
    static Optional<String> withDash(String text) {
        boolean maybe = text.indexOf(':') > 0 || text.indexOf('~') > 0 || text.contains("//");
        if (!maybe) {
            return Optional.empty();
        }
        String plain = text.strip();
        String dashed = FOR_A_DASH.matcher(plain).replaceFirst(" - ");
        return dashed.equals(plain) ? Optional.empty() : Optional.of(dashed);
    }

    /// `parts` without announcements at either end.
    static List<Part> plain(List<Part> parts) {
        if (parts.isEmpty() || !mayBeAnnounced(parts)) {
            return parts;
        }
        int first = 0;
        while (first < parts.size() - 1
                && (parts.get(first).place() == Place.IN_BRACKETS
                        || parts.get(first + 1).place() != Place.IN_BRACKETS)
                && ANNOUNCEMENTS.contains(Name.joined(parts.get(first).words()))) {
            first++;
        }
        int last = lastName(parts);
        List<String> words = parts.get(last).words();
        boolean announced = words.size() > 2 && ENDS.contains(words.get(words.size() - 2) + words.getLast());
        if (first == 0 && !announced) {
            return parts;
        }
        var plain = new ArrayList<>(parts);
        if (announced) {
            plain.set(last, new Part(parts.get(last).place(), words.subList(0, words.size() - 2)));
        }
        if (first > 0) {
            plain.set(first, new Part(Place.MAIN, plain.get(first).words()));
        }
        return plain.subList(first, plain.size());
    }

    /// Whether a second look is worth its while: asked of every track that is described.
    private static boolean mayBeAnnounced(List<Part> parts) {
        List<String> end = parts.get(lastName(parts)).words();
        return STARTING.contains(parts.getFirst().words().getFirst()) || LAST_WORDS.contains(end.getLast());
    }

    /// `parts` without the number of a track at the start; empty if there is none.
    static Optional<List<Part>> withoutNumber(List<Part> parts) {
        List<String> words = parts.getFirst().words();
        boolean maybe = words.size() > 1
                && Character.isDigit(words.getFirst().charAt(words.getFirst().length() - 1));
        if (!maybe || !NUMBER.matcher(words.getFirst()).matches()) {
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
}
