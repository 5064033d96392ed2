package dev.segue.library.match;

import dev.segue.library.match.Fingerprint.Reading;

/// Decides whether two recordings are one. Pure; judging takes well under a microsecond once both are prepared.
///
/// ```java
/// Verdict verdict = Matching.judge(Recording.of(one), Recording.of(other));
/// if (verdict.isSame()) { log(verdict.reason()); }
/// ```
///
/// It errs on the side of two: nobody loses a song to a wrong verdict of "two".
public final class Matching {

    private Matching() {}

    /// Which of the two is written first makes no difference.
    public static Verdict judge(Recording one, Recording other) {
        return judge(Fingerprint.of(one), Fingerprint.of(other));
    }

    /// Which of the two is written first makes no difference.
    public static Verdict judge(Fingerprint one, Fingerprint other) {
        if (!one.id().isEmpty() && one.id().equals(other.id())) {
            return Rule.SAME_ID.verdict();
        }
        if (!one.isrc().isEmpty() && one.isrc().equals(other.isrc())) {
            return Rule.SAME_ISRC.verdict();
        }
        if (one.readings().isEmpty() || other.readings().isEmpty()) {
            return Rule.TOO_LITTLE_KNOWN.verdict("a title is not known");
        }
        return byName(one, other);
    }

    /// The first reading of both titles by which they are the same; else what the titles as written say.
    private static Verdict byName(Fingerprint one, Fingerprint other) {
        Verdict written = new Comparison(
                        one, one.readings().getFirst(), other, other.readings().getFirst())
                .verdict();
        if (written.isSame() || (one.readings().size() == 1 && other.readings().size() == 1)) {
            return written;
        }
        for (Reading mine : one.readings()) {
            for (Reading theirs : other.readings()) {
                Verdict verdict = new Comparison(one, mine, other, theirs).verdict();
                if (verdict.isSame()) {
                    return Rule.ARTIST_IN_TITLE.verdict();
                }
            }
        }
        return written;
    }
}
