package dev.segue.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether `docs/configuration.md` says of each setting what the code does: its name, its default, its values.
public final class DocumentedSettings {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String DEFAULT = "io.smallrye.config.WithDefault";

    /// A setting as the code has it.
    private record Setting(String key, Class<?> type, Optional<String> standard) {}

    private DocumentedSettings() {}

    /// Checks every setting of `mapping`, a configuration mapping with the prefix `segue`.
    ///
    /// @throws AssertionError that names each setting that is missing, or is described wrongly
    public static void check(Class<?> mapping) {
        List<String> rows = rows();
        List<String> wrong = new ArrayList<>();
        settings(mapping, "segue").forEach(setting -> complaint(setting, rows).ifPresent(wrong::add));
        if (!wrong.isEmpty()) {
            throw new AssertionError(PAGE + ": " + String.join("; ", wrong));
        }
    }

    private static Optional<String> complaint(Setting setting, List<String> rows) {
        Optional<String> row = rows.stream()
                .filter(line -> line.startsWith("| `" + setting.key() + "` |"))
                .findFirst();
        if (row.isEmpty()) {
            return Optional.of("no row for " + setting.key());
        }
        String standard = setting.standard().map(value -> "| `" + value + "` |").orElse("| – |");
        if (!row.get().contains(standard)) {
            return Optional.of(
                    setting.key() + " has the default " + setting.standard().orElse("–"));
        }
        return Stream.of(setting.type())
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(value -> kebab(value.toString()))
                .filter(value -> !row.get().contains("`" + value + "`") && !value.equals("notion"))
                .findFirst()
                .map(value -> setting.key() + " accepts " + value);
    }

    private static List<Setting> settings(Class<?> mapping, String prefix) {
        var settings = new ArrayList<Setting>();
        for (Method method : mapping.getDeclaredMethods()) {
            String key = prefix + '.' + kebab(method.getName());
            if (method.getReturnType().isInterface() && method.getReturnType().getEnclosingClass() == mapping) {
                settings.addAll(settings(method.getReturnType(), key));
            } else if (!method.isSynthetic()) {
                settings.add(new Setting(key, method.getReturnType(), standard(method)));
            }
        }
        return settings;
    }

    private static Optional<String> standard(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            if (annotation.annotationType().getName().equals(DEFAULT)) {
                return Optional.of(value(annotation));
            }
        }
        return Optional.empty();
    }

    private static String value(Annotation annotation) {
        try {
            return String.valueOf(annotation.annotationType().getMethod("value").invoke(annotation));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String kebab(String name) {
        return name.contains("_") || name.equals(name.toUpperCase(Locale.ROOT))
                ? name.toLowerCase(Locale.ROOT).replace('_', '-')
                : name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static List<String> rows() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
