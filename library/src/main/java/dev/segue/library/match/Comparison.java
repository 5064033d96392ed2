package dev.segue.library.match;

import dev.segue.library.match.Artists.Relation;
import dev.segue.library.match.Fingerprint.Reading;
import java.util.Optional;

/// Two recordings, each with one reading of its title, side by side.
///
/// What one says and the other does not is a detail: it may be left out, but then the lengths have to be the same.
final class Comparison {

    /// Lengths of one recording, as different releases of it have them. Real libraries: see `docs/matching.md`.
    static final long NEAR = 4_000;

    /// The same of long recordings: one part in so many, up to a limit.
    static final int NEAR_PART = 30;

    static final long NEAR_LIMIT = 10_000;

    /// Lengths that differ by nothing but rounding and silence.
    static final long SAME = 2_000;

    private final Fingerprint one;
    private final Fingerprint other;
    private final Reading mine;
    private final Reading theirs;
    private boolean details;

    Comparison(Fingerprint one, Reading mine, Fingerprint other, Reading theirs) {
        this.one = one;
        this.other = other;
        this.mine = mine;
        this.theirs = theirs;
    }

    Verdict verdict() {
        Optional<Verdict> difference =
                titles().or(this::versions).or(this::artists).or(this::wording);
        return difference.orElseGet(this::lengths);
    }

    private Optional<Verdict> titles() {
        return switch (mine.title().to(theirs.title())) {
            case SAME -> Optional.empty();
            case SHORTENED -> {
                details = true;
                yield Optional.empty();
            }
            case ANOTHER -> withAlbums() ? Optional.empty() : Optional.of(Rule.ANOTHER_TITLE.verdict());
        };
    }

    /// Some stores add the album to the title: "Red Wing - Mountain Melodies".
    private boolean withAlbums() {
        String a = mine.title().name();
        String b = theirs.title().name();
        return !a.equals(b)
                && (one.album().cutFrom(a).equals(b) || other.album().cutFrom(b).equals(a));
    }

    private Optional<Verdict> versions() {
        if (one.isOnSameAlbum(other)
                && !mine.title().isVersion()
                && !theirs.title().isVersion()) {
            return Optional.empty();
        }
        return switch (Versions.compare(mine.title(), one.album(), theirs.title(), other.album(), isExact())) {
            case Versions.Alike() -> Optional.empty();
            case Versions.OneSaysMore() -> {
                details = true;
                yield Optional.empty();
            }
            case Versions.Apart(String reason) -> Optional.of(Rule.ANOTHER_VERSION.verdict(reason));
        };
    }

    private Optional<Verdict> artists() {
        if (mine.artists().isUnknown() || theirs.artists().isUnknown()) {
            return withoutArtist();
        }
        Relation relation = mine.artists().to(theirs.artists());
        details |= relation == Relation.MORE;
        return relation == Relation.EQUAL || relation == Relation.MORE
                ? Optional.empty()
                : Optional.of(Rule.ANOTHER_ARTIST.verdict());
    }

    private Optional<Verdict> withoutArtist() {
        boolean known =
                one.millis() > 0 && other.millis() > 0 && !one.album().name().isEmpty();
        if (!known || !one.album().name().equals(other.album().name())) {
            return Optional.of(Rule.TOO_LITTLE_KNOWN.verdict("the titles agree, an artist is not known"));
        }
        return wording()
                .or(() -> Optional.of(apart() > SAME ? anotherLength() : Rule.SAME_TITLE_ALBUM_AND_LENGTH.verdict()));
    }

    private Optional<Verdict> wording() {
        boolean contradict = one.explicit().isPresent()
                && other.explicit().isPresent()
                && !one.explicit().equals(other.explicit());
        return contradict ? Optional.of(Rule.EXPLICIT_AND_CLEAN.verdict()) : Optional.empty();
    }

    private Verdict lengths() {
        if (one.millis() < 0 || other.millis() < 0) {
            return details
                    ? Rule.TOO_LITTLE_KNOWN.verdict("the names agree but for details, a length is not known")
                    : Rule.SAME_NAME.verdict();
        }
        if (apart() > (details ? SAME : near())) {
            return anotherLength();
        }
        return details ? Rule.SAME_BUT_FOR_DETAILS.verdict() : Rule.SAME_NAME_AND_LENGTH.verdict();
    }

    private Verdict anotherLength() {
        return Rule.ANOTHER_LENGTH.verdict("the lengths differ by %.1f s".formatted(apart() / 1000.0));
    }

    private long near() {
        return Math.clamp(Math.min(one.millis(), other.millis()) / NEAR_PART, NEAR, NEAR_LIMIT);
    }

    /// Lengths of whole seconds are rounded, and so never exact.
    private boolean isExact() {
        return one.millis() > 0 && one.millis() == other.millis() && one.millis() % 1000 != 0;
    }

    private long apart() {
        return Math.abs(one.millis() - other.millis());
    }
}
