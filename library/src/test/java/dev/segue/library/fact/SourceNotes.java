package dev.segue.library.fact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the sources say of their records: the first paragraph, and what stands after `@param`.
final class SourceNotes {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern RECORD = Pattern.compile("(?:public )?record (\\w+)\\(.*");
    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) +(.+?)(?= @|$)");

    private static final String PARAGRAPH = "¶";

    private final Map<String, String> notes = new HashMap<>();

    private SourceNotes() {}

    /// Of the records in the files of `types`.
    static SourceNotes of(Iterable<Class<?>> types) {
        var read = new SourceNotes();
        types.forEach(type -> read.read(SOURCES.resolve(type.getName().replace('.', '/') + ".java")));
        return read;
    }

    private void read(Path file) {
        List<String> pending = new ArrayList<>();
        for (String line : lines(file)) {
            String text = line.strip();
            Matcher declared = RECORD.matcher(text);
            if (text.startsWith("///")) {
                pending.add(text.length() == 3 ? PARAGRAPH : text.substring(3).strip());
            } else if (declared.matches()) {
                notes.put(declared.group(1), pending.stream().collect(Collectors.joining(" ")));
                pending.clear();
            } else if (!text.startsWith("@")) {
                pending.clear();
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    /// Of a record as a whole.
    Optional<String> of(Class<?> type) {
        return Optional.ofNullable(notes.get(type.getSimpleName()))
                .map(note -> plain(note.replaceFirst(PARAGRAPH + ".*", "").replaceFirst("Immutable\\.", "")))
                .filter(note -> !note.isEmpty());
    }

    /// Of one of its components.
    Optional<String> of(Class<?> type, String component) {
        return PARAMETER
                .matcher(notes.getOrDefault(type.getSimpleName(), ""))
                .results()
                .filter(parameter -> parameter.group(1).equals(component))
                .map(SourceNotes::text)
                .findFirst();
    }

    private static String text(MatchResult parameter) {
        return plain(parameter.group(2).replace(PARAGRAPH, ""));
    }

    private static String plain(String markdown) {
        return markdown.replaceAll("[`\\[\\]]", "").strip();
    }
}
