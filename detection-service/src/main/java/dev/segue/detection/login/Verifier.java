package dev.segue.detection.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// The proof that who redeems a code is who asked for it: PKCE (RFC 7636), method S256. Immutable.
///
/// @param secret 64 characters of base64url
record Verifier(Secret secret) {

    static final String METHOD = "S256";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 48;

    static Verifier fresh() {
        return new Verifier(new Secret(randomText()));
    }

    /// Text that nobody can guess, of letters, digits, `-` and `_`.
    static String randomText() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What may be shown before: the hash of the verifier.
    String challenge() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(secret.text().getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
