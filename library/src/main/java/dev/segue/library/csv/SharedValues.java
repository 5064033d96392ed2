package dev.segue.library.csv;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps one object for each value that many rows have: artists, albums, labels, dates. Thread-safe; lives as long as
/// one
/// reading of a backup.
final class SharedValues {

    private final Map<Object, Object> values = new ConcurrentHashMap<>();

    /// The one object that equals `value`.
    @SuppressWarnings(
            "unchecked") // equal values are of the same class: only records, strings, lists and optionals are shared
    <T> T same(T value) {
        Object known = values.putIfAbsent(value, value);
        return known == null ? value : (T) known;
    }
}
