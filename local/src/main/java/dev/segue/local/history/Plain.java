package dev.segue.local.history;

/// Text from outside as a terminal may have it: one line, nothing that steers it, and not endless.
final class Plain {

    private static final int LONGEST = 60;

    private Plain() {}

    static String of(String text) {
        String safe = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029&&[^\\u200C\\u200D]]", "�");
        if (safe.codePointCount(0, safe.length()) <= LONGEST) {
            return safe;
        }
        return safe.substring(0, safe.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
