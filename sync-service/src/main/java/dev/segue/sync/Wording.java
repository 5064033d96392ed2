package dev.segue.sync;

import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;

/// Text as it is compared with what people and exporters write: quotes, commas and blanks come and go on the way.
final class Wording {

    private static final String UNSAID = "[\\p{Cf}\"'`´‘’‚‛“”„‟«»‹›,;]";

    private Wording() {}

    /// Whether two values of a field say the same.
    static boolean alike(Field field, Optional<Object> one, Optional<Object> other) {
        if (field.kind() != Field.Kind.TEXT || one.isEmpty() || other.isEmpty()) {
            return Objects.equals(one, other);
        }
        return plain(one.get().toString()).equals(plain(other.get().toString()));
    }

    static String plain(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        return normal.replaceAll(UNSAID, " ").replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
