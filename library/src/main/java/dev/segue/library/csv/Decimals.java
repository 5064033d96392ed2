package dev.segue.library.csv;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Numbers as exporters write them: plain decimals of a few digits, which are read exactly and in a tenth of the time
/// of
/// [java.lang.Double#parseDouble(String)]. After a spreadsheet they may have a comma, or an exponent.
final class Decimals {

    private static final Pattern OTHER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?(?:[eE][+-]?\\d{1,3})?");
    /// both are powers of ten that a double holds exactly, so that one division rounds once
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private static final int MOST_DIGITS = 15;
    private static final int THOUSAND = 1000;
    /// nearly all shares are one of these, so that a million tracks need not have nine million objects
    private static final List<Optional<Double>> THOUSANDTHS = IntStream.rangeClosed(0, THOUSAND)
            .mapToObj(part -> Optional.of(part / (double) THOUSAND))
            .toList();

    private static final List<Optional<Integer>> UP_TO_HUNDRED =
            IntStream.rangeClosed(0, 100).mapToObj(Optional::of).toList();

    private Decimals() {}

    static Optional<Double> decimal(String cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        int start = cell.charAt(0) == '-' ? 1 : 0;
        int point = -1;
        long digits = 0;
        for (int at = start; at < cell.length(); at++) {
            char character = cell.charAt(at);
            if (character >= '0' && character <= '9' && at < MOST_DIGITS) {
                digits = digits * 10 + character - '0';
            } else if (character == '.' && point < 0 && at > start && at + 1 < cell.length()) {
                point = at;
            } else {
                return unusual(cell);
            }
        }
        if (cell.length() == start) {
            return Optional.empty();
        }
        double value = point < 0 ? digits : digits / POWERS[cell.length() - point - 1];
        return Optional.of(start == 0 ? value : -value);
    }

    private static Optional<Double> unusual(String cell) {
        return OTHER.matcher(cell).matches()
                ? Optional.of(Double.parseDouble(cell.replace(',', '.'))).filter(value -> !value.isInfinite())
                : Optional.empty();
    }

    /// A share of a whole: 0 to 1.
    static Optional<Double> share(String cell) {
        Optional<Double> share = decimal(cell).filter(value -> value >= 0 && value <= 1);
        return share.isEmpty() ? share : common(share.get()).or(() -> share);
    }

    private static Optional<Double> common(double share) {
        int thousandths = (int) Math.rint(share * THOUSAND);
        Optional<Double> common = THOUSANDTHS.get(thousandths);
        return common.filter(value -> value == share);
    }

    /// A whole number, also if written `4.0`.
    static Optional<Integer> whole(String cell) {
        return decimal(cell)
                .filter(value -> value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE)
                .map(Double::intValue);
    }

    /// A whole number from 0 to `most`, which is at most 100.
    static Optional<Integer> upTo(int most, String cell) {
        return whole(cell).filter(value -> value >= 0 && value <= most).flatMap(UP_TO_HUNDRED::get);
    }
}
