package dev.segue.library.store;

import dev.segue.library.ReleaseDate;

/// A release date in three bytes: year, month and day, 0 for what is not known.
final class DateForm {

    private static final int DAY_BITS = 5;
    private static final int MONTH_BITS = 4;
    private static final int MONTH_AT = 5;
    private static final int DAY_AT = 8;

    private DateForm() {}

    static int packed(ReleaseDate date) {
        String text = date.text();
        return (((date.year() << MONTH_BITS) | part(text, MONTH_AT)) << DAY_BITS) | part(text, DAY_AT);
    }

    private static int part(String text, int at) {
        return at < text.length() ? Integer.parseInt(text, at, at + 2, 10) : 0;
    }

    static ReleaseDate read(ByteReader from) {
        int packed = from.small();
        int day = packed & ((1 << DAY_BITS) - 1);
        int month = (packed >>> DAY_BITS) & ((1 << MONTH_BITS) - 1);
        byte[] text = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
        int year = packed >>> (DAY_BITS + MONTH_BITS);
        twoDigits(year / 100, text, 0);
        twoDigits(year % 100, text, 2);
        twoDigits(month, text, MONTH_AT);
        twoDigits(day, text, DAY_AT);
        int length = day > 0 ? DAY_AT + 2 : month > 0 ? MONTH_AT + 2 : MONTH_AT - 1;
        return new ReleaseDate(new String(text, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private static void twoDigits(int number, byte[] to, int at) {
        to[at] += (byte) (number / 10);
        to[at + 1] += (byte) (number % 10);
    }
}
