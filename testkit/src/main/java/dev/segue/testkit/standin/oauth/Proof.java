package dev.segue.testkit.standin.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/// Proof key for code exchange (RFC 7636), method S256.
public final class Proof {

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private Proof() {}

    /// The challenge of a verifier.
    public static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// Whether `verifier` is one, and `challenge` is its challenge.
    public static boolean matches(String verifier, String challenge) {
        return VERIFIER.matcher(verifier).matches() && challenge(verifier).equals(challenge);
    }
}
