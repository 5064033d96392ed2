package dev.segue.library.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Who made a recording, as far as somebody said. Immutable.
///
/// "Simon & Garfunkel" may be one artist or two: both readings are kept.
///
/// @param named   each as it was written, guests included
/// @param parts   for each of `named`, the artists that it may consist of
record Artists(List<String> named, List<List<String>> parts) {

    /// How the artists of two recordings relate.
    enum Relation {
        /// The same.
        EQUAL,
        /// One says all of the other's, and more.
        MORE,
        /// Some are the same.
        OVERLAPPING,
        /// None is.
        APART
    }

    private static final Set<String> NOBODY = Set.of("variousartists", "various", "unknownartist", "unknown");
    private static final PlainText PLAIN = new PlainText(Name.meaningfulInArtists());

    static Artists of(List<String> texts) {
        var named = new ArrayList<String>(texts.size());
        var parts = new ArrayList<List<String>>(texts.size());
        for (String text : texts) {
            String plain = plain(text);
            if (!plain.isEmpty()) {
                named.add(plain);
                parts.add(List.of(plain));
                continue;
            }
            List<String> words = Name.words(Letters.folded(text));
            String whole = Name.artist(words);
            String key = whole.isEmpty() ? text.strip() : whole;
            if (!key.isEmpty() && !NOBODY.contains(key)) {
                List<String> several = Name.artists(words);
                named.add(key);
                parts.add(several.size() < 2 ? List.of(key) : List.copyOf(several));
            }
        }
        return new Artists(List.copyOf(named), List.copyOf(parts));
    }

    /// The one artist that `text` is, if it is a mere name; else empty text.
    private static String plain(String text) {
        String key = PLAIN.key(text);
        return key.endsWith("vevo") || NOBODY.contains(key) ? "" : key;
    }

    boolean isUnknown() {
        return named.isEmpty();
    }

    /// These, and the guests that a title names.
    Artists and(List<String> guests) {
        if (guests.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(named);
        var allParts = new ArrayList<>(parts);
        guests.forEach(guest -> {
            all.add(guest);
            allParts.add(List.of(guest));
        });
        return new Artists(all, allParts);
    }

    Relation to(Artists others) {
        if (named.equals(others.named)) {
            return Relation.EQUAL;
        }
        Set<String> mine = names();
        Set<String> theirs = others.names();
        boolean common = mine.stream().anyMatch(theirs::contains);
        boolean covered = isCoveredBy(theirs, common);
        boolean covering = others.isCoveredBy(mine, common);
        if (covered || covering) {
            return covered && covering ? Relation.EQUAL : Relation.MORE;
        }
        return common ? Relation.OVERLAPPING : Relation.APART;
    }

    /// Gives each name that an artist here may be called, some of them more than once.
    void forEachName(Consumer<String> user) {
        for (int at = 0; at < named.size(); at++) {
            user.accept(named.get(at));
            List<String> several = parts.get(at);
            if (several.size() > 1) {
                several.forEach(user);
            }
        }
    }

    /// Everything that an artist here may be called.
    Set<String> names() {
        var names = new HashSet<>(named);
        parts.forEach(names::addAll);
        return names;
    }

    /// @param common whether the two have an artist in common: then another's name may have a slip of the pen in it
    private boolean isCoveredBy(Set<String> names, boolean common) {
        for (int at = 0; at < named.size(); at++) {
            if (!names.contains(named.get(at)) && !parts.get(at).stream().allMatch(part -> isIn(names, part, common))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(Set<String> names, String artist, boolean slips) {
        return names.contains(artist) || (slips && names.stream().anyMatch(name -> Spelling.isNear(name, artist)));
    }
}
