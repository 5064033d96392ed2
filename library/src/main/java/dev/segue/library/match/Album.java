package dev.segue.library.match;

import dev.segue.library.match.Mark.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an album's title says. Immutable.
///
/// @param name without editions; empty if it is unknown
/// @param kind of all its recordings: live, karaoke, or covers
record Album(String name, Optional<Kind> kind) {

    private static final Album UNKNOWN = new Album("", Optional.empty());
    private static final Set<Kind> OF_ALL = Set.of(Kind.LIVE, Kind.KARAOKE, Kind.COVER);
    /// what [#inName] looks for has one of these words
    private static final PlainText PLAIN = new PlainText(Set.of(
            "feat",
            "ft",
            "featuring",
            "karaoke",
            "tribute",
            "live",
            "style",
            "famous",
            "popular",
            "performed",
            "originally"));

    static Album of(String text) {
        if (text.isBlank()) {
            return UNKNOWN;
        }
        String dashed = text.replace(": ", " - ");
        String plain = PLAIN.key(dashed);
        return plain.isEmpty() ? of(TitleParts.of(dashed), text) : new Album(plain, Optional.empty());
    }

    private static Album of(List<TitleParts.Part> parts, String text) {
        Title title = Title.of(parts, text);
        Optional<Kind> noted =
                title.marks().stream().map(Mark::kind).filter(OF_ALL::contains).findFirst();
        return new Album(title.name(), noted.or(() -> inName(parts)));
    }

    /// `title` without this name at its end, unless it is all there is.
    String cutFrom(String title) {
        boolean added = !name.isEmpty() && title.length() > name.length() && title.endsWith(name);
        return added ? title.substring(0, title.length() - name.length()) : title;
    }

    private static Optional<Kind> inName(List<TitleParts.Part> parts) {
        List<String> words = parts.isEmpty() ? List.of() : parts.getFirst().words();
        if (words.contains("karaoke")) {
            return Optional.of(Kind.KARAOKE);
        }
        if (words.contains("tribute") || Vocabulary.isImitation(words)) {
            return Optional.of(Kind.COVER);
        }
        int live = words.indexOf("live");
        boolean place = live >= 0
                && live < words.size() - 1
                && Set.of("at", "from", "in").contains(words.get(live + 1));
        return place ? Optional.of(Kind.LIVE) : Optional.empty();
    }
}
