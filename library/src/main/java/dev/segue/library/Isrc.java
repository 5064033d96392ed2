package dev.segue.library;

import java.util.Locale;

/// The International Standard Recording Code (ISO 3901): a country, a registrant, a year and a number, as in
/// `USSM12200001`.
public final class Isrc {

    private static final String FORM = "AA***0000000";

    private Isrc() {}

    /// The code that `text` is, without dashes and blanks, in upper case; empty text if it is none. The twelve digits
    /// of a whole album's bar code are none.
    public static String code(String text) {
        if (text.length() < FORM.length()) {
            return "";
        }
        String code = text.replace("-", "").replace(" ", "").strip().toUpperCase(Locale.ROOT);
        return isCode(code) ? code : "";
    }

    private static boolean isCode(String code) {
        boolean is = code.length() == FORM.length();
        for (int at = 0; at < FORM.length() && is; at++) {
            char sign = code.charAt(at);
            boolean digit = sign >= '0' && sign <= '9';
            boolean letter = sign >= 'A' && sign <= 'Z';
            is = switch (FORM.charAt(at)) {
                case 'A' -> letter;
                case '0' -> digit;
                default -> letter || digit;
            };
        }
        return is;
    }
}
