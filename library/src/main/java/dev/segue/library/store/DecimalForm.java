package dev.segue.library.store;

/// A decimal of a few digits in two to five bytes, any other in nine. Reads back as the very same `double`.
final class DecimalForm {

    /// powers of ten that a double holds exactly, so that one division rounds once
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
    /// numbers of digits after the point, the likely ones first
    private static final int[] DIGITS = {3, 4, 6, 8, 10, 12};
    private static final int RAW = 0;
    private static final int DIGITS_BITS = 3;
    private static final double MOST = 1L << 50;

    private DecimalForm() {}

    static void write(double value, ByteWriter to) {
        for (int choice = 0; choice < DIGITS.length; choice++) {
            double power = POWERS[DIGITS[choice]];
            double digits = Math.rint(value * power);
            if (Math.abs(digits) < MOST && same((long) digits / power, value)) {
                to.signed(((long) digits << DIGITS_BITS) | (choice + 1));
                return;
            }
        }
        to.signed(RAW);
        to.fixed(Double.doubleToLongBits(value));
    }

    private static boolean same(double one, double other) {
        return Double.doubleToLongBits(one) == Double.doubleToLongBits(other);
    }

    static double read(ByteReader from) {
        long written = from.signed();
        int choice = (int) (written & ((1 << DIGITS_BITS) - 1)) - 1;
        return choice < 0 ? Double.longBitsToDouble(from.fixed()) : (written >> DIGITS_BITS) / POWERS[DIGITS[choice]];
    }
}
