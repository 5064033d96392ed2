package dev.segue.metadata;

import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvPlaylist;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.history.BackupHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which tracks have come, gone or moved when a playlist was shown again. Thread-safe.
@ApplicationScoped
public class Moves {

    private final TrackIndex index;
    private final Observations observations;

    public Moves(TrackIndex index, Observations observations) {
        this.index = index;
        this.observations = observations;
    }

    /// Those whose places `observed` changes: held against the look before it, or against the export if it is the
    /// first. Of the liked songs those that have come or gone, since their order is no one's place.
    public Set<TrackId> of(PlaylistObserved observed) {
        Optional<Observation> before = observations.before(observed);
        List<TrackId> tracks = before.map(Observation::tracks).orElseGet(() -> exported(observed));
        boolean renamed = before.filter(look -> !look.playlist().equals(observed.playlist()))
                .isPresent();
        Map<TrackId, List<Integer>> was = ShownPlaylist.positions(tracks);
        Map<TrackId, List<Integer>> is = ShownPlaylist.positions(observed.tracks());
        boolean order = !observed.playlistId().equals(PlaylistObserved.LIKED_SONGS);
        var moved = new LinkedHashSet<TrackId>();
        Stream.concat(tracks.stream(), observed.tracks().stream())
                .filter(id -> renamed
                        || was.containsKey(id) != is.containsKey(id)
                        || (order && !was.getOrDefault(id, List.of()).equals(is.getOrDefault(id, List.of()))))
                .forEach(moved::add);
        return moved;
    }

    private List<TrackId> exported(PlaylistObserved observed) {
        Optional<CsvPlaylist> export = observed.playlistId().equals(PlaylistObserved.LIKED_SONGS)
                ? index.exports().liked()
                : index.exports().playlist(new BackupHistory(index.exports()).exportedAs(observed.playlist()));
        return export.map(CsvPlaylist::tracks).orElse(List.of());
    }
}
