package dev.segue.library.fact;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which side gave what: `origin` gave every field, except those listed.
///
/// @param exceptions field name, as in the track's JSON, to who gave it
public record Provenance(Origin origin, Map<String, Origin> exceptions) {

    /// Who knew something about a track.
    public enum Origin {
        CSV,
        API,
        /// only what the source said when the track was seen
        HINT
    }

    public Provenance {
        exceptions = Map.copyOf(exceptions);
    }

    /// Everything came from `origin`.
    public static Provenance all(Origin origin) {
        return new Provenance(origin, Map.of());
    }

    /// For people: `CSV`, or `CSV, API: isrc`.
    public String summary() {
        var byOrigin = new TreeMap<Origin, TreeSet<String>>();
        exceptions.forEach((field, by) ->
                byOrigin.computeIfAbsent(by, none -> new TreeSet<>()).add(field));
        var summary = new StringBuilder(origin.name());
        byOrigin.forEach(
                (by, fields) -> summary.append(", ").append(by).append(": ").append(String.join(" ", fields)));
        return summary.toString();
    }
}
