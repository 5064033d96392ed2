package dev.segue.library.match;

import dev.segue.library.match.Mark.Kind;
import java.util.List;
import java.util.Optional;

/// Whether two titles speak of the same version.
sealed interface Versions {

    /// The same, as far as they say.
    record Alike() implements Versions {}

    /// One leaves out what the other says; if the lengths are the same they may be one.
    record OneSaysMore() implements Versions {}

    /// They cannot be one, and why.
    record Apart(String reason) implements Versions {}

    /// What `one` and `other` say, and the albums that they are on.
    ///
    /// @param exact whether the lengths are the same to the millisecond
    static Versions compare(Title one, Album oneOn, Title other, Album otherOn, boolean exact) {
        if (one.letters().equals(other.letters())
                || (one.marks().isEmpty() && other.marks().isEmpty())) {
            return albums(one, oneOn, otherOn);
        }
        boolean more = false;
        for (Kind kind : Kind.values()) {
            Optional<Mark> mine = find(one.marks(), kind);
            Optional<Mark> theirs = find(other.marks(), kind);
            if (mine.equals(theirs)) {
                continue;
            }
            boolean both = mine.isPresent() && theirs.isPresent();
            if (both && !isVague(kind, mine.get(), theirs.get(), exact)) {
                return new Apart("both are " + kind.words() + ", but not the same");
            }
            if (!both && !isLeftOut(kind, exact) && !says(mine.isPresent() ? otherOn : oneOn, kind)) {
                return new Apart("one is " + kind.words() + ", the other is not");
            }
            more = true;
        }
        return more ? new OneSaysMore() : new Alike();
    }

    /// Whether `kind` may be said of one and left out of the other: nobody plays a song again in the same milliseconds.
    private static boolean isLeftOut(Kind kind, boolean exact) {
        return kind.isCut() || (exact && kind == Kind.RE_RECORDED);
    }

    /// What the album says of one counts only if the titles do not say it of both.
    private static Versions albums(Title title, Album one, Album other) {
        Optional<Kind> kind = one.kind()
                .or(other::kind)
                .filter(said -> find(title.marks(), said).isEmpty());
        boolean known = !one.name().isEmpty() && !other.name().isEmpty();
        return known && kind.isPresent() && !one.kind().equals(other.kind())
                ? new Apart("one is from an album that is " + kind.get().words() + ", the other is not")
                : new Alike();
    }

    private static Optional<Mark> find(List<Mark> marks, Kind kind) {
        return marks.stream().filter(mark -> mark.kind() == kind).findFirst();
    }

    /// Whether an album says of all its recordings what a title says of one.
    private static boolean says(Album album, Kind kind) {
        return album.kind().filter(kind::equals).isPresent();
    }

    /// "Live" may be "Live at the Harbour", while two remixes are two, and so are two places, unless the lengths are
    /// the same to the millisecond.
    private static boolean isVague(Kind kind, Mark one, Mark other, boolean exact) {
        if (kind == Kind.REMIX || kind == Kind.ANOTHER_VERSION || kind == Kind.COVER) {
            return false;
        }
        boolean performance = kind == Kind.LIVE || kind == Kind.DEMO || kind == Kind.ANOTHER_TAKE;
        return one.detail().isEmpty() || other.detail().isEmpty() || (exact && performance);
    }
}
