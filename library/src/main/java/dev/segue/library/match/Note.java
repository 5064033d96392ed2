package dev.segue.library.match;

import java.util.List;
import java.util.Set;

/// What stands in brackets or after a dash in a title, understood.
sealed interface Note {

    /// Says nothing of the recording: "2011 Remaster", "Deluxe Edition", "Official Video".
    record Nothing() implements Note {}

    /// Says whether the words are explicit.
    record Wording(boolean explicit) implements Note {}

    /// Names artists: "feat. Olu Brandt".
    record Guests(List<String> words) implements Note {}

    /// Names a version.
    record Version(Mark mark) implements Note {}

    /// Part of the name: "(I Think It's Going to Be a Long, Long Time)".
    record Subtitle(List<String> words) implements Note {}

    Set<String> FEATURING = Set.of("feat", "ft", "featuring");

    /// What `words` mean.
    static Note of(List<String> words) {
        if (words.stream().allMatch(Name.COMMA::equals)) {
            return new Nothing();
        }
        String first = words.getFirst();
        if (FEATURING.contains(first) || (Set.of("with", "w", "+").contains(first) && words.size() > 1)) {
            return new Guests(words.subList(1, words.size()));
        }
        if (words.size() > 2 && first.equals("duet") && words.get(1).equals("with")) {
            return new Guests(words.subList(2, words.size()));
        }
        if (isParticipation(words)) {
            return new Guests(words.subList(1, words.size()));
        }
        if (Set.of("prod", "produced").contains(first)) {
            return new Nothing();
        }
        return Vocabulary.version(words).<Note>map(Version::new).orElseGet(() -> unversioned(words));
    }

    /// "(part. Olu Brandt)", as one says in Brazil, is no part of a work.
    private static boolean isParticipation(List<String> words) {
        return words.size() > 1
                && words.getFirst().equals("part")
                && !words.get(1).equals("of")
                && !TitleParts.isNumber(words.get(1));
    }

    private static Note unversioned(List<String> words) {
        if (words.stream().allMatch(Vocabulary::isIdle) || Releases.isOrigin(words)) {
            if (words.stream().anyMatch(Vocabulary.EXPLICIT::contains)) {
                return new Wording(true);
            }
            return words.stream().anyMatch(Vocabulary.CLEAN::contains) ? new Wording(false) : new Nothing();
        }
        boolean idle = words.stream().anyMatch(word -> word.startsWith("remaster")) || Releases.isRelease(words);
        return idle ? new Nothing() : new Subtitle(words);
    }
}
