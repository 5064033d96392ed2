package dev.segue.library.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every file as it was read, for the case that it can no longer be. Immutable.
final class LastGood {

    private final Map<String, ReadFile> files = new LinkedHashMap<>();

    LastGood(List<ReadFile> readable) {
        readable.forEach(file -> files.put(file.file().file(), file));
    }

    Optional<ReadFile> of(String file) {
        return Optional.ofNullable(files.get(file));
    }

    List<String> filesIn(String file) {
        return files.keySet().stream()
                .filter(known -> file.isEmpty() || known.equals(file) || known.startsWith(file + '/'))
                .toList();
    }
}
