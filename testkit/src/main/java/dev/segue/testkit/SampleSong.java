package dev.segue.testkit;

import java.time.Instant;
import java.time.LocalDate;

/// One invented song: everything about it follows from a seed and its number.
record SampleSong(long seed, long number) {

    private static final String BASE62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String[] FIRST = {
        "Silent",
        "Golden",
        "Velvet",
        "Électrique",
        "Broken",
        "Paper",
        "Midnight",
        "Señor",
        "Neon",
        "Slow",
        "Winter",
        "Hollow",
        "Żółty",
        "Crystal",
        "Lonely",
        "Distant",
        "Northern",
        "赤い",
        "Wild",
        "Second"
    };
    private static final String[] SECOND = {
        "River",
        "Engine",
        "Garden",
        "Signal",
        "Orchard",
        "Machine",
        "Harbour",
        "Lantern",
        "Mirror",
        "Parade",
        "夜",
        "Cathedral",
        "Satellite",
        "Avenue",
        "Ocean",
        "Stairway",
        "Forêt",
        "Carousel",
        "Island",
        "Echo"
    };
    private static final String[] TAIL = {
        "", "", "", " (Remix)", " - Live", " Pt. 2", " \"\"Reprise\"\"", " feat. Nobody", ", Again", " (Deluxe)"
    };
    private static final String[] GENRES = {
        "", "", "", "indie pop", "hip hop,rap", "techno,deep house", "japanese jazz", "ambient", "cumbia,latin"
    };
    private static final long NEWEST_ADDED =
            Instant.parse("2025-11-01T12:00:00Z").getEpochSecond();

    /// A number from 0 to below `bound` that follows from the other two and looks random.
    static long mix(long seed, long number, long bound) {
        long bits = seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L + 0x94D049BB133111EBL;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return Long.remainderUnsigned(bits ^ (bits >>> 31), bound);
    }

    /// Its row as exportify.net writes it.
    String p25() {
        StringBuilder row = new StringBuilder(320);
        row.append("spotify:track:").append(id()).append(",\"").append(title());
        row.append("\",\"").append(album()).append("\",\"").append(artists(";")).append("\",");
        row.append(released()).append(',').append(milliseconds()).append(',').append(popularity());
        row.append(',').append(explicit()).append(",,").append(added()).append(",\"");
        row.append(GENRES[roll(6, GENRES.length)])
                .append("\",\"")
                .append(label())
                .append('"');
        appendFeatures(row);
        return row.append('\n').toString();
    }

    /// Its row as exportify.app writes it.
    String w22() {
        StringBuilder row = new StringBuilder(640);
        quoted(row, "spotify:track:" + id());
        quoted(row, title());
        quoted(row, "spotify:artist:" + text(22, 7) + (duet() ? ", spotify:artist:" + text(22, 8) : ""));
        quoted(row, duet() ? escaped(artist(3)) + ", " + escaped(artist(4)) : escaped(artist(3)));
        quoted(row, "spotify:album:" + text(22, 9));
        quoted(row, album());
        quoted(row, "spotify:artist:" + text(22, 7));
        quoted(row, escaped(artist(3)));
        quoted(row, released());
        quoted(row, "https://i.scdn.co/image/ab67616d0000b273" + text(24, 10));
        quoted(row, "1");
        quoted(row, Integer.toString(1 + roll(11, 14)));
        quoted(row, Integer.toString(milliseconds()));
        quoted(row, "");
        quoted(row, explicit());
        quoted(row, Integer.toString(popularity()));
        quoted(row, "QZ" + "ABC" + (10 + roll(12, 16)) + (10_000 + number % 90_000));
        quoted(row, "spotify:user:");
        quoted(row, added());
        row.setCharAt(row.length() - 1, '\n');
        return row.toString();
    }

    private static String escaped(String name) {
        return name.replace(",", "\\,");
    }

    private static void quoted(StringBuilder row, String cell) {
        row.append('"').append(cell).append("\",");
    }

    private void appendFeatures(StringBuilder row) {
        if (roll(13, 12) == 0) {
            row.append(",".repeat(12));
            return;
        }
        unit(row, 14);
        unit(row, 15);
        row.append(',').append(roll(16, 12));
        row.append(",-").append(1 + roll(17, 20)).append('.').append(100 + roll(18, 900));
        row.append(',').append(roll(19, 2));
        for (int feature = 20; feature < 25; feature++) {
            unit(row, feature);
        }
        row.append(',').append(70 + roll(25, 110)).append('.').append(100 + roll(26, 900));
        row.append(',').append(roll(27, 8) == 0 ? 3 : 4);
    }

    private void unit(StringBuilder row, int what) {
        row.append(",0.").append(100 + roll(what, 900));
    }

    private int roll(int what, int bound) {
        return (int) mix(seed ^ ((long) what << 40), number, bound);
    }

    private String id() {
        return text(14, 1) + digits62(number);
    }

    private static String digits62(long value) {
        char[] digits = new char[8];
        long rest = value;
        for (int at = digits.length - 1; at >= 0; at--) {
            digits[at] = BASE62.charAt((int) (rest % 62));
            rest /= 62;
        }
        return new String(digits);
    }

    private String text(int length, int what) {
        char[] letters = new char[length];
        long bits = mix(seed ^ ((long) what << 40), number, Long.MAX_VALUE);
        for (int at = 0; at < length; at++) {
            letters[at] = BASE62.charAt((int) Long.remainderUnsigned(bits, 62));
            bits = bits * 6364136223846793005L + 1442695040888963407L;
        }
        return new String(letters);
    }

    private String title() {
        return FIRST[roll(28, FIRST.length)]
                + ' '
                + SECOND[roll(29, SECOND.length)]
                + ' '
                + roll(30, 1000)
                + TAIL[roll(31, TAIL.length)];
    }

    private String album() {
        int band = roll(3, 4000);
        return SECOND[band % SECOND.length] + ' ' + FIRST[band / 7 % FIRST.length] + ' ' + (1 + roll(32, 5));
    }

    private String artists(String separator) {
        return duet() ? artist(3) + separator + artist(4) : artist(3);
    }

    private boolean duet() {
        return roll(33, 4) == 0;
    }

    private String artist(int what) {
        int band = roll(what, 4000);
        String name = FIRST[band % FIRST.length] + ' ' + SECOND[band / 20 % SECOND.length];
        return band % 97 == 0 ? name + ", The " + band : name + ' ' + band;
    }

    private String released() {
        LocalDate day = LocalDate.ofEpochDay(3650 + roll(34, 16_000));
        return roll(35, 40) == 0 ? Integer.toString(day.getYear()) : day.toString();
    }

    private int milliseconds() {
        return 90_000 + roll(36, 300_000);
    }

    private int popularity() {
        return roll(37, 101);
    }

    private String explicit() {
        return roll(38, 5) == 0 ? "true" : "false";
    }

    private String added() {
        return Instant.ofEpochSecond(NEWEST_ADDED - number * 300 - roll(39, 300))
                .toString();
    }

    private String label() {
        return FIRST[roll(3, 4000) % FIRST.length] + " Records " + roll(3, 4000) % 300;
    }
}
