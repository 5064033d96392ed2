package dev.segue.metadata;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.fact.Provenance;
import dev.segue.library.fact.Provenance.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// All that is known of a track now, and from whom. Immutable.
///
/// @param liked      whether it is among the liked songs
/// @param placements its places in playlists
/// @param knownSince when the newest of its sources said so
public record Description(
        Track track, Provenance provenance, boolean liked, List<Placement> placements, Instant knownSince) {

    /// The fields that sides may give, by their JSON names. Lists count as absent when empty.
    private static final Map<String, Function<Track, Optional<?>>> FIELDS = Map.ofEntries(
            Map.entry("title", Track::title),
            Map.entry("artists", track -> filled(track.artists())),
            Map.entry("album", Track::album),
            Map.entry("duration", Track::duration),
            Map.entry("releaseDate", Track::releaseDate),
            Map.entry("isrc", Track::isrc),
            Map.entry("explicit", Track::explicit),
            Map.entry("popularity", Track::popularity),
            Map.entry("label", Track::label),
            Map.entry("genres", track -> filled(track.genres())),
            Map.entry("addedAt", Track::addedAt),
            Map.entry("features", Track::features));

    /// What the CSV library says.
    public static Description of(CsvEntry entry) {
        return new Description(
                entry.track(), Provenance.all(Origin.CSV), entry.liked(), entry.placements(), entry.exportedAt());
    }

    /// What the API said at `at`.
    public static Description fetched(Track track, Instant at) {
        return new Description(track, Provenance.all(Origin.API), false, List.of(), at);
    }

    /// The CSV library and the API together, field by field: where both have a value, the newer side wins.
    public static Description merged(CsvEntry entry, Track fetched, Instant at) {
        boolean csvIsNewer = entry.exportedAt().isAfter(at);
        Track newer = csvIsNewer ? entry.track() : fetched;
        Track older = csvIsNewer ? fetched : entry.track();
        return new Description(
                newer.filledFrom(older),
                provenance(newer, csvIsNewer ? Origin.CSV : Origin.API, older, csvIsNewer ? Origin.API : Origin.CSV),
                entry.liked(),
                entry.placements(),
                csvIsNewer ? entry.exportedAt() : at);
    }

    private static Provenance provenance(Track newer, Origin by, Track older, Origin otherwiseBy) {
        var filled = new TreeMap<String, Origin>();
        FIELDS.forEach((name, field) -> {
            if (field.apply(newer).isEmpty() && field.apply(older).isPresent()) {
                filled.put(name, otherwiseBy);
            }
        });
        return new Provenance(by, filled);
    }

    private static Optional<List<String>> filled(List<String> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    /// Whether `other` says the same of the track. Popularity changes by the week and is no difference.
    public boolean saysTheSameAs(Description other) {
        return FIELDS.entrySet().stream()
                .filter(field -> !field.getKey().equals("popularity"))
                .allMatch(field ->
                        field.getValue().apply(track).equals(field.getValue().apply(other.track)));
    }

    /// The same track elsewhere.
    Description placed(boolean nowLiked, List<Placement> places) {
        return new Description(track, provenance, nowLiked, places, knownSince);
    }
}
