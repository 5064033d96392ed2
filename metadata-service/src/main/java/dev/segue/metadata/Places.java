package dev.segue.metadata;

import dev.segue.library.Placement;
import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.csv.CsvSnapshot;
import dev.segue.library.history.BackupHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where tracks stand now: in each playlist as the API showed it last, or as its export has it if that is newer.
/// Immutable.
final class Places {

    private static final Comparator<Placement> IN_ORDER =
            Comparator.comparing(Placement::playlist).thenComparingInt(Placement::position);

    /// A playlist of the API, under the name that its export has.
    private record Standing(String name, ShownPlaylist playlist) {}

    private final List<Standing> shown = new ArrayList<>();
    private final Set<String> outdated = new HashSet<>();
    private Optional<ShownPlaylist> liked = Optional.empty();

    /// @param backup       names playlists, as their exports are called
    /// @param exportsCount whether an export may be the newer side
    Places(CsvLibrary backup, Collection<ShownPlaylist> playlists, boolean exportsCount) {
        var history = new BackupHistory(backup);
        for (ShownPlaylist playlist : playlists) {
            String name = history.exportedAs(playlist.name());
            if (exportsCount && exportedSince(backup, name, playlist.at())) {
                continue;
            }
            playlist.names().stream()
                    .flatMap(one -> Stream.of(one, history.exportedAs(one)))
                    .filter(export -> !exportedSince(backup, export, playlist.at()))
                    .forEach(outdated::add);
            if (playlist.isLikedSongs()) {
                liked = Optional.of(playlist);
            } else {
                shown.add(new Standing(name, playlist));
            }
        }
    }

    private static boolean exportedSince(CsvLibrary backup, String name, Instant at) {
        List<CsvSnapshot> exports = backup.snapshots(name);
        return !exports.isEmpty() && !exports.getLast().exportedAt().isBefore(at);
    }

    /// Whether a track is among the liked songs.
    ///
    /// @param exported whether it is by the backup
    boolean liked(TrackId id, boolean exported) {
        return liked.map(list -> list.positions().containsKey(id)).orElse(exported);
    }

    /// The places of a track.
    ///
    /// @param exported those that the backup gives it, or whoever else was heard of it
    List<Placement> of(TrackId id, List<Placement> exported) {
        if (shown.isEmpty()) {
            return exported;
        }
        var places = new ArrayList<Placement>();
        exported.stream().filter(place -> !outdated.contains(place.playlist())).forEach(places::add);
        for (Standing standing : shown) {
            standing.playlist().positions().getOrDefault(id, List.of()).stream()
                    .map(position -> new Placement(standing.name(), position))
                    .forEach(places::add);
        }
        places.sort(IN_ORDER);
        return places;
    }
}
