package dev.segue.library.csv;

import java.util.regex.Pattern;

/// Numbers as exporters write them: plain decimals of a few digits, which are read exactly and in a tenth of the time
/// of
/// [java.lang.Double#parseDouble(String)]. After a spreadsheet they may have a comma, or an exponent.
final class Decimals {

    private static final Pattern OTHER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?(?:[eE][+-]?\\d{1,3})?");
    /// both are powers of ten that a double holds exactly, so that one division rounds once
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    /// and signs
    private static final int MOST_DIGITS = 15;

    /// Where there is no number from 0 on.
    static final int NONE = -1;

    private Decimals() {}

    /// Any number; what is none is [Double#NaN].
    static double value(String cell) {
        if (cell.length() > MOST_DIGITS) {
            return unusual(cell);
        }
        int start = cell.startsWith("-") ? 1 : 0;
        int point = -1;
        long digits = 0;
        for (int at = start; at < cell.length(); at++) {
            char character = cell.charAt(at);
            if (character >= '0' && character <= '9') {
                digits = digits * 10 + character - '0';
            } else if (character == '.' && point < 0 && at > start && at + 1 < cell.length()) {
                point = at;
            } else {
                return unusual(cell);
            }
        }
        if (cell.length() == start) {
            return Double.NaN;
        }
        double value = point < 0 ? digits : digits / POWERS[cell.length() - point - 1];
        return start == 0 ? value : -value;
    }

    private static double unusual(String cell) {
        double value = OTHER.matcher(cell).matches() ? Double.parseDouble(cell.replace(',', '.')) : Double.NaN;
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /// A share of a whole: 0 to 1, or [Double#NaN].
    static double share(String cell) {
        double share = value(cell);
        return share >= 0 && share <= 1 ? Math.abs(share) : Double.NaN;
    }

    /// A whole number from 0 on, also if written `4.0`; or [#NONE].
    static int whole(String cell) {
        double value = value(cell);
        return value >= 0 && value == Math.rint(value) && value < Integer.MAX_VALUE ? (int) value : NONE;
    }

    /// A whole number from 0 to `most`, or [#NONE].
    static int upTo(int most, String cell) {
        int value = whole(cell);
        return value <= most ? value : NONE;
    }
}
