package dev.segue.local.text;

/// Text from outside as a terminal may have it: one line, and nothing that steers it.
public final class Plain {

    private static final int LONGEST = 60;

    private Plain() {}

    /// All of it.
    public static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\u200C\\u200D]]", "�");
    }

    /// Not endless, either.
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /// Not longer than that.
    public static String of(String text, int longest) {
        String safe = line(text);
        if (safe.codePointCount(0, safe.length()) <= longest) {
            return safe;
        }
        return safe.substring(0, safe.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
