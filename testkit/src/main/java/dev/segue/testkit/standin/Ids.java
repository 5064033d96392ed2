package dev.segue.testkit.standin;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/// Ids and numbers that look chosen by chance and follow from a text.
public final class Ids {

    private static final String BASE62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LENGTH = 22;
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z]{22}");

    private Ids() {}

    /// 22 base-62 characters.
    ///
    /// @param kind such as `artist`, so that an artist and an album of one name differ
    public static String of(String kind, String text) {
        BigInteger rest = hash(kind, text);
        var id = new StringBuilder(LENGTH);
        while (id.length() < LENGTH) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(BASE62.length()));
            id.append(BASE62.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return id.toString();
    }

    /// From 0 to below `bound`.
    public static int number(String kind, String text, int bound) {
        return hash(kind, text).mod(BigInteger.valueOf(bound)).intValue();
    }

    /// From 0 to below 1, with three decimals.
    public static double share(String kind, String text) {
        return number(kind, text, 1000) / 1000.0;
    }

    /// Whether `text` is 22 base-62 characters.
    public static boolean isId(String text) {
        return SHAPE.matcher(text).matches();
    }

    private static BigInteger hash(String kind, String text) {
        try {
            byte[] bytes = (kind + ':' + text).getBytes(StandardCharsets.UTF_8);
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
