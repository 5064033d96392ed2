package dev.segue.library.history;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The whole library on each day on which something of it was exported or observed. Holds one state of each playlist at
/// a time.
///
/// @param ever is told of all tracks
record Days(List<Timeline> library, Everything ever) {

    List<Trends.Point> points() {
        List<Snapshot> snapshots = library.stream()
                .flatMap(playlist -> playlist.snapshots().stream())
                .sorted(Comparator.comparing(Snapshot::takenAt))
                .toList();
        Map<String, List<Track>> state = new LinkedHashMap<>();
        var points = new ArrayList<Trends.Point>();
        for (int at = 0; at < snapshots.size(); at++) {
            Snapshot snapshot = snapshots.get(at);
            List<Track> tracks = snapshot.tracks();
            ever.add(tracks);
            state.put(snapshot.playlist(), tracks);
            if (at + 1 == snapshots.size() || !day(snapshot).equals(day(snapshots.get(at + 1)))) {
                points.add(Points.of(snapshot.takenAt(), Optional.empty(), distinct(state.values())));
            }
        }
        return points;
    }

    private static LocalDate day(Snapshot snapshot) {
        return LocalDate.ofInstant(snapshot.takenAt(), ZoneOffset.UTC);
    }

    private static Collection<Track> distinct(Collection<List<Track>> playlists) {
        Map<TrackId, Track> tracks = new LinkedHashMap<>();
        playlists.forEach(playlist -> playlist.forEach(track -> tracks.merge(track.id(), track, Days::together)));
        return tracks.values();
    }

    private static Track together(Track one, Track other) {
        return one.equals(other) ? one : one.filledFrom(other);
    }
}
