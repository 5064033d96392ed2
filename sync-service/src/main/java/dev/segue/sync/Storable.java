package dev.segue.sync;

import dev.segue.library.Placement;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which text a catalogue can hold: databases and web services refuse, cut or silently change the rest.
final class Storable {

    private Storable() {}

    /// What is wrong with `entry`, for people; empty if it can be written down.
    static Optional<String> flaw(CatalogueEntry entry) {
        Stream<Optional<String>> values = entry.values().entrySet().stream().map(Storable::flaw);
        Stream<Optional<String>> names =
                entry.playlists().stream().map(Placement::playlist).distinct().map(name -> flaw("playlist name", name));
        return Stream.concat(values, names).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> flaw(Map.Entry<Field, Object> value) {
        return value.getValue() instanceof String text ? flaw(value.getKey().column(), text) : Optional.empty();
    }

    private static Optional<String> flaw(String where, String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == 0) {
                return Optional.of(where + " has a NUL at " + at);
            }
            if (Character.isSurrogate(character)) {
                if (Character.charCount(text.codePointAt(at)) == 1) {
                    return Optional.of(where + " has half a character (a lone surrogate) at " + at);
                }
                at++;
            }
        }
        return Optional.empty();
    }
}
