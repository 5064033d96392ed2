package dev.segue.library.match;

/// What came of comparing two recordings. Immutable.
public sealed interface Verdict {

    /// The rule that decided.
    Rule rule();

    /// The same as a sentence for people, without a capital or a full stop: `one is live, the other is not`.
    String reason();

    /// Whether the two are known to be one.
    default boolean isSame() {
        return this instanceof Same;
    }

    /// They are one recording.
    record Same(Rule rule, String reason) implements Verdict {}

    /// They are two.
    record Different(Rule rule, String reason) implements Verdict {}

    /// Nobody can tell; to be treated as two.
    record Undecided(Rule rule, String reason) implements Verdict {}
}
