package dev.segue.library.history;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All tracks that ever were in some snapshots. For one thread.
final class Everything {

    private static final int ARTISTS = 20;

    private record Addition(TrackId id, Instant at) {}

    private final Map<TrackId, List<String>> artists = new HashMap<>();
    private final Set<Addition> additions = new HashSet<>();

    void add(List<Track> tracks) {
        for (Track track : tracks) {
            if (!track.artists().isEmpty()) {
                artists.put(track.id(), track.artists());
            }
            track.addedAt().ifPresent(at -> additions.add(new Addition(track.id(), at)));
        }
    }

    /// Every time that a track was added.
    List<Trends.Month> additions() {
        return months(additions.stream().map(Addition::at));
    }

    /// The first time that each track was added.
    List<Trends.Month> firstAdditions() {
        Map<TrackId, Optional<Instant>> first = additions.stream()
                .collect(Collectors.groupingBy(
                        Addition::id, Collectors.mapping(Addition::at, Collectors.minBy(Instant::compareTo))));
        return months(first.values().stream().flatMap(Optional::stream));
    }

    private static List<Trends.Month> months(Stream<Instant> moments) {
        Map<YearMonth, Integer> months = moments.collect(Collectors.groupingBy(
                at -> YearMonth.from(at.atOffset(ZoneOffset.UTC)), TreeMap::new, Collectors.summingInt(_ -> 1)));
        return months.entrySet().stream()
                .map(month -> new Trends.Month(month.getKey().toString(), month.getValue()))
                .toList();
    }

    List<Trends.Count> artists() {
        return Points.most(
                artists.values().stream().flatMap(names -> names.stream().distinct()), ARTISTS);
    }
}
