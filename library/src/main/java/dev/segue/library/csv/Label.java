package dev.segue.library.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// Labels of columns, made comparable.
final class Label {

    private static final Properties TRANSLATED = load();

    private Label() {}

    /// Without blanks around it, in lower case.
    static String lowered(String label) {
        return Normalizer.normalize(label.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /// Letters and digits alone, in lower case, without a plural `(s)`: `Artist Name(s)` is `artistname`.
    static String squeezed(String label) {
        StringBuilder squeezed = new StringBuilder(label.length());
        lowered(label)
                .replace("(s)", "")
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(squeezed::appendCodePoint);
        return squeezed.toString();
    }

    /// What exportify.app calls `column` in other languages than English, squeezed.
    static List<String> translated(String column) {
        return Arrays.stream(TRANSLATED.getProperty(column, "").split("\\|", -1))
                .filter(label -> !label.isEmpty())
                .map(Label::squeezed)
                .toList();
    }

    private static Properties load() {
        Properties labels = new Properties();
        try (InputStream file = Objects.requireNonNull(Label.class.getResourceAsStream("labels.properties"))) {
            labels.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return labels;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
