package dev.segue.sync;

import dev.segue.library.Placement;
import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackEnriched;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One track as the catalogue shows it. Immutable.
///
/// @param values    what is known; a field that is absent is not in it
/// @param playlists its places, in order of playlist and position, none twice
public record CatalogueEntry(TrackId id, Map<Field, Object> values, List<Placement> playlists) {

    private static final Comparator<Placement> ORDER =
            Comparator.comparing(Placement::playlist).thenComparingInt(Placement::position);

    public CatalogueEntry {
        values = copy(values);
        playlists = playlists.size() < 2
                ? List.copyOf(playlists)
                : playlists.stream().distinct().sorted(ORDER).toList();
    }

    /// Half of what a row costs would be the hashing of a map of any keys.
    private static Map<Field, Object> copy(Map<Field, Object> values) {
        return Collections.unmodifiableMap(values.isEmpty() ? new EnumMap<>(Field.class) : new EnumMap<>(values));
    }

    /// What `fact` says.
    static CatalogueEntry of(TrackEnriched fact, DuplicateRule rule) {
        var values = new EnumMap<Field, Object>(Field.class);
        for (Field field : Field.values()) {
            field.of(fact).ifPresent(value -> values.put(field, value));
        }
        if (rule == DuplicateRule.KEEP) {
            values.remove(Field.DUPLICATE_OF);
        }
        return new CatalogueEntry(fact.track().id(), values, fact.playlists());
    }

    public Optional<Object> value(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    boolean complete() {
        return Objects.equals(values.get(Field.COMPLETE), 1L);
    }

    /// The fields in which `other` differs. Popularity is none.
    Set<Field> differences(CatalogueEntry other) {
        var differences = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if (field != Field.POPULARITY && !Objects.equals(values.get(field), other.values.get(field))) {
                differences.add(field);
            }
        }
        return differences;
    }

    /// This entry with `fields` as `other` has them, and its places as well if they are `replaced`.
    CatalogueEntry taking(Collection<Field> fields, boolean replaced, CatalogueEntry other) {
        var taken = new EnumMap<Field, Object>(Field.class);
        taken.putAll(values);
        taken.keySet().removeAll(fields);
        fields.forEach(field -> other.value(field).ifPresent(value -> taken.put(field, value)));
        return new CatalogueEntry(id, taken, replaced ? other.playlists : playlists);
    }

    /// This entry, and those of `places` that are in playlists which it does not name.
    CatalogueEntry alsoIn(Collection<Placement> places) {
        Set<String> named = playlists.stream().map(Placement::playlist).collect(Collectors.toSet());
        Stream<Placement> left = places.stream().filter(place -> !named.contains(place.playlist()));
        return new CatalogueEntry(
                id, values, Stream.concat(playlists.stream(), left).toList());
    }

    /// This entry, and where one of `fields` is absent, that of `other`.
    CatalogueEntry filledFrom(CatalogueEntry other, Collection<Field> fields) {
        var filled = new EnumMap<Field, Object>(Field.class);
        for (Field field : fields) {
            other.value(field).ifPresent(value -> filled.put(field, value));
        }
        filled.putAll(values);
        return new CatalogueEntry(id, filled, playlists);
    }
}
