package dev.segue.library.match;

/// Whether two names are one with a slip of the pen.
final class Spelling {

    private static final int SHORTEST = 8;

    private Spelling() {}

    /// Whether the two differ in at most one letter, which is not a digit, of at least eight.
    static boolean isNear(String one, String other) {
        if (one.length() > other.length()) {
            return isNear(other, one);
        }
        if (one.length() < SHORTEST || other.length() - one.length() > 1) {
            return false;
        }
        int from = 0;
        while (from < one.length() && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        if (from == other.length()) {
            return true;
        }
        int skip = one.length() == other.length() ? 1 : 0;
        boolean digit = Character.isDigit(other.charAt(from)) || (skip == 1 && Character.isDigit(one.charAt(from)));
        return !digit && one.substring(from + skip).equals(other.substring(from + 1));
    }
}
