package dev.segue.library.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A title, taken apart. Immutable.
///
/// "Night Bus (feat. Olu Brandt) - Live at the Harbour [2011 Remaster]" is the name "nightbus", the guest "olubrandt"
/// and the mark LIVE "harbour".
///
/// @param name      without guests, versions and subtitles
/// @param whole     the same with its subtitles, in order
/// @param letters   everything that the title says, as one
/// @param subtitled whether it has a subtitle
/// @param telling   whether a subtitle cannot be left out: it has a number, as parts of a work do, or is so short that
///                  it may be a kind of version that no rule knows
/// @param guests    artists that it mentions
/// @param marks     of versions
/// @param explicit  whether it says that its words are explicit, or clean
record Title(
        String name,
        String whole,
        String letters,
        boolean subtitled,
        boolean telling,
        List<String> guests,
        List<Mark> marks,
        Optional<Boolean> explicit) {

    private static final PlainText PLAIN = new PlainText(
            Stream.concat(Note.FEATURING.stream(), Uploads.LAST_WORDS.stream()).collect(Collectors.toSet()));

    /// Words of the shortest subtitle that may be left out.
    private static final int LEAVABLE = 3;

    /// How two titles relate, versions and guests apart.
    enum Relation {
        SAME,
        /// One leaves out a subtitle of the other's.
        SHORTENED,
        ANOTHER
    }

    static Title of(String text) {
        return of(TitleParts.of(text), text);
    }

    /// The title that `text` is, if it is a mere name.
    static Optional<Title> plain(String text) {
        String name = PLAIN.key(text);
        return name.isEmpty() ? Optional.empty() : Optional.of(named(name));
    }

    /// Whether it says that the recording is a version of another.
    boolean isVersion() {
        return !marks.isEmpty();
    }

    Relation to(Title other) {
        if (whole.equals(other.whole) || letters.equals(other.letters)) {
            return Relation.SAME;
        }
        boolean oneIsShorter = name.equals(other.name) && subtitled != other.subtitled;
        return oneIsShorter && !telling && !other.telling ? Relation.SHORTENED : Relation.ANOTHER;
    }

    static Title of(List<TitleParts.Part> parts, String text) {
        if (parts.size() == 1 && Reading.featuring(parts.getFirst().words()) < 0) {
            return named(Name.joined(parts.getFirst().words()));
        }
        var reading = new Reading();
        var all = new ArrayList<String>();
        parts.forEach(part -> {
            reading.take(part);
            all.addAll(part.words());
        });
        String letters = Name.joined(all);
        if (letters.isEmpty()) {
            letters = text.strip();
        }
        return reading.title(letters);
    }

    private static Title named(String name) {
        return new Title(name, name, name, false, false, List.of(), List.of(), Optional.empty());
    }

    /// A title while it is read.
    private static final class Reading {

        private final List<String> name = new ArrayList<>();
        private final List<String> whole = new ArrayList<>();
        private final List<String> guests = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();
        private boolean subtitled;
        private boolean telling;
        private boolean versionBefore;
        private Optional<Boolean> explicit = Optional.empty();

        void take(TitleParts.Part part) {
            List<String> words = part.words();
            int guest = featuring(words);
            if (guest > 0) {
                take(new TitleParts.Part(part.place(), words.subList(0, guest)));
                guests.addAll(Name.artists(words.subList(guest + 1, words.size())));
            } else if (part.place() == TitleParts.Place.MAIN) {
                name.addAll(words);
                whole.addAll(words);
            } else {
                note(part);
            }
        }

        private static int featuring(List<String> words) {
            for (int at = 1; at < words.size() - 1; at++) {
                if (Note.FEATURING.contains(words.get(at))) {
                    return at;
                }
            }
            return -1;
        }

        private void note(TitleParts.Part part) {
            Note note = Note.of(part.words());
            switch (note) {
                case Note.Nothing() -> {}
                case Note.Wording(boolean said) -> explicit = Optional.of(said);
                case Note.Guests(List<String> words) -> guests.addAll(Name.artists(words));
                case Note.Version(Mark mark) -> marks.add(mark);
                case Note.Subtitle(List<String> words) -> subtitle(part.place(), words);
            }
            versionBefore = part.place() == TitleParts.Place.AFTER_DASH && note instanceof Note.Version;
        }

        /// What follows a dash and is no version belongs to the name: "Suite No. 1 - Allegro"; after a version, to
        /// that:
        /// "Night Bus - Live at the Harbour - June 2011".
        private void subtitle(TitleParts.Place place, List<String> words) {
            if (place == TitleParts.Place.AFTER_DASH && versionBefore) {
                Mark version = marks.removeLast();
                marks.add(new Mark(version.kind(), version.detail() + Name.joined(words)));
                return;
            }
            boolean dash = place == TitleParts.Place.AFTER_DASH;
            whole.addAll(dash ? Vocabulary.withoutIdleEnd(words) : words);
            if (dash) {
                name.addAll(Vocabulary.withoutIdleEnd(words));
            } else {
                subtitled = true;
                telling |= words.size() < LEAVABLE || words.stream().anyMatch(TitleParts::isNumber);
            }
        }

        Title title(String letters) {
            String joined = Name.joined(name);
            String all = Name.joined(whole);
            String known = joined.isEmpty() ? letters : joined;
            return new Title(
                    known,
                    joined.isEmpty() ? letters : all,
                    letters,
                    subtitled && !joined.isEmpty(),
                    telling,
                    List.copyOf(guests),
                    List.copyOf(marks),
                    explicit);
        }
    }
}
