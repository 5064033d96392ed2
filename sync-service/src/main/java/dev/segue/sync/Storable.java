package dev.segue.sync;

import java.util.Map;
import java.util.Optional;

/// Which text a catalogue can hold: databases and web services refuse, cut or silently change the rest.
final class Storable {

    private Storable() {}

    /// What is wrong with `entry`, for people; empty if it can be written down.
    static Optional<String> flaw(CatalogueEntry entry) {
        for (Map.Entry<Field, Object> value : entry.values().entrySet()) {
            if (value.getValue() instanceof String text) {
                Optional<String> flaw = flaw(value.getKey().column(), text);
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
        }
        return entry.playlists().stream()
                .flatMap(place -> flaw("playlist name", place.playlist()).stream())
                .findFirst();
    }

    private static Optional<String> flaw(String where, String text) {
        char[] characters = text.toCharArray(); // every text of every fact comes by here
        for (int at = 0; at < characters.length; at++) {
            if (characters[at] == 0) {
                return Optional.of(where + " has a NUL at " + at);
            }
            if (Character.isSurrogate(characters[at])) {
                if (Character.charCount(text.codePointAt(at)) == 1) {
                    return Optional.of(where + " has half a character (a lone surrogate) at " + at);
                }
                at++;
            }
        }
        return Optional.empty();
    }
}
