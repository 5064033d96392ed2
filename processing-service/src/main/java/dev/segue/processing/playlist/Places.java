package dev.segue.processing.playlist;

import dev.segue.library.TrackId;
import dev.segue.processing.Journal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who stands where, in a journal; the last line about a track counts. Used by one thread at a time.
final class Places {

    private final Journal<Placed> journal;
    private final Map<TrackId, Placed> byTrack = new HashMap<>();
    private final Map<String, Set<TrackId>> byPlaylist = new HashMap<>();
    private final Map<TrackId, Set<TrackId>> byOwner = new HashMap<>();

    Places(Path file) {
        journal = new Journal<>(file, Placed.class);
        journal.last(Placed::track, placed -> !placed.places().isEmpty()).forEach(this::put);
    }

    Set<String> playlists() {
        return Set.copyOf(byPlaylist.keySet());
    }

    /// All that stand in a playlist.
    List<Placed> in(String playlist) {
        return all(byPlaylist.getOrDefault(playlist, Set.of()));
    }

    /// All that need the file of `owner`: itself, and those it stands for.
    List<Placed> ownedBy(TrackId owner) {
        return all(byOwner.getOrDefault(owner, Set.of()));
    }

    /// Remembers `placed`, unless nothing changes.
    ///
    /// @return how it was
    Placed keep(Placed placed) {
        Placed before =
                Optional.ofNullable(byTrack.get(placed.track())).orElseGet(() -> Placed.nowhere(placed.track()));
        boolean same = before.equals(placed)
                || (before.places().isEmpty() && placed.places().isEmpty());
        if (!same) {
            journal.add(placed);
            put(placed);
        }
        return before;
    }

    private List<Placed> all(Set<TrackId> tracks) {
        return tracks.stream()
                .map(byTrack::get)
                .flatMap(placed -> Optional.ofNullable(placed).stream())
                .toList();
    }

    private void put(Placed placed) {
        Optional.ofNullable(byTrack.remove(placed.track())).ifPresent(old -> {
            old.playlists().forEach(playlist -> remove(byPlaylist, playlist, old.track()));
            remove(byOwner, old.owner(), old.track());
        });
        if (!placed.places().isEmpty()) {
            byTrack.put(placed.track(), placed);
            placed.playlists().forEach(playlist -> add(byPlaylist, playlist, placed.track()));
            add(byOwner, placed.owner(), placed.track());
        }
    }

    private static <K> void add(Map<K, Set<TrackId>> index, K key, TrackId track) {
        index.computeIfAbsent(key, _ -> new HashSet<>()).add(track);
    }

    private static <K> void remove(Map<K, Set<TrackId>> index, K key, TrackId track) {
        index.computeIfPresent(key, (_, tracks) -> tracks.remove(track) && tracks.isEmpty() ? null : tracks);
    }
}
