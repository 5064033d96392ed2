package dev.segue.library.match;

/// Why two recordings are one, or are not. `docs/matching.md` has examples of each.
public enum Rule {
    /// Both have the same id.
    SAME_ID(Outcome.SAME, "both have the same id"),
    /// Both have the same ISRC.
    SAME_ISRC(Outcome.SAME, "both have the same ISRC"),
    /// Title, artists and length agree.
    SAME_NAME_AND_LENGTH(Outcome.SAME, "title, artists and length agree"),
    /// The title of one begins with the artist, or ends with it, as uploaders write it.
    ARTIST_IN_TITLE(Outcome.SAME, "one names the artist in its title; title, artist and length agree"),
    /// One says more than the other: a guest, a subtitle, a cut. The lengths are the same.
    SAME_BUT_FOR_DETAILS(Outcome.SAME, "one says more than the other, and the lengths are the same"),
    /// Title and artists agree, and a length is not known.
    SAME_NAME(Outcome.SAME, "title and artists agree, a length is not known"),
    /// Title, album and length agree, and an artist is not known.
    SAME_TITLE_ALBUM_AND_LENGTH(Outcome.SAME, "title, album and length agree, an artist is not known"),
    /// The titles are not the same name.
    ANOTHER_TITLE(Outcome.DIFFERENT, "the titles differ"),
    /// The artists are not the same.
    ANOTHER_ARTIST(Outcome.DIFFERENT, "the artists differ"),
    /// One is a remix, live, instrumental, a cover …, and the other is not, or is another.
    ANOTHER_VERSION(Outcome.DIFFERENT, "the versions differ"),
    /// One is marked explicit, the other clean.
    EXPLICIT_AND_CLEAN(Outcome.DIFFERENT, "one is explicit, the other is not"),
    /// The lengths are too far apart.
    ANOTHER_LENGTH(Outcome.DIFFERENT, "the lengths differ"),
    /// A title or an artist is missing, and nothing else decides.
    TOO_LITTLE_KNOWN(Outcome.UNDECIDED, "too little is known to tell");

    /// What a rule says of two recordings.
    enum Outcome {
        SAME,
        DIFFERENT,
        UNDECIDED
    }

    private final Outcome outcome;
    private final String sentence;

    Rule(Outcome outcome, String sentence) {
        this.outcome = outcome;
        this.sentence = sentence;
    }

    /// For people.
    public String sentence() {
        return sentence;
    }

    Verdict verdict() {
        return verdict(sentence);
    }

    Verdict verdict(String reason) {
        return switch (outcome) {
            case SAME -> new Verdict.Same(this, reason);
            case DIFFERENT -> new Verdict.Different(this, reason);
            case UNDECIDED -> new Verdict.Undecided(this, reason);
        };
    }
}
