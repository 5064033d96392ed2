package dev.segue.library.match;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Recordings as `docs/matching.md` writes them: `title · artist; artist · 3:20 · on ALBUM · ISRC CODE · id ID`, with
/// `?` for
/// what is not known.
final class Described {

    private Described() {}

    static Recording recording(String text) {
        List<String> parts = List.of(text.split(" · ", -1));
        return new Recording(
                after(parts, "id "),
                known(parts.get(0)),
                known(parts.get(1))
                        .map(artists -> List.of(artists.split("; ", -1)))
                        .orElse(List.of()),
                after(parts, "on "),
                known(parts.get(2)).map(Described::length),
                after(parts, "ISRC "),
                Optional.empty());
    }

    private static Optional<String> known(String part) {
        return part.equals("?") ? Optional.empty() : Optional.of(part);
    }

    private static Optional<String> after(List<String> parts, String word) {
        return parts.stream()
                .skip(3)
                .filter(part -> part.startsWith(word))
                .map(part -> part.substring(word.length()))
                .findFirst();
    }

    private static Duration length(String text) {
        String[] minutesAndSeconds = text.split(":", 2);
        return Duration.ofMinutes(Long.parseLong(minutesAndSeconds[0]))
                .plusMillis(Math.round(Double.parseDouble(minutesAndSeconds[1]) * 1000));
    }
}
