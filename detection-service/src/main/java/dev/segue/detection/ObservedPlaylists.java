package dev.segue.detection;

import dev.segue.library.fact.PlaylistObserved;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How each playlist looked when the API showed it last, as `playlist-observed` has it. Thread-safe.
@ApplicationScoped
public class ObservedPlaylists {

    private final Map<String, PlaylistObserved> byId = new ConcurrentHashMap<>();

    /// Remembers a look; the newest counts.
    public void learn(PlaylistObserved observed) {
        byId.merge(observed.playlistId(), observed, (known, now) -> now.at().isBefore(known.at()) ? known : now);
    }

    /// `look` at a time that is later than that of the one before it, also if the clock was set back meanwhile.
    PlaylistObserved inOrder(PlaylistObserved look) {
        return of(look.playlistId())
                .filter(before -> !before.at().isBefore(look.at()))
                .map(before -> new PlaylistObserved(
                        look.playlist(),
                        look.playlistId(),
                        look.snapshotId(),
                        look.tracks(),
                        before.at().plusMillis(1)))
                .orElse(look);
    }

    Optional<PlaylistObserved> of(String playlistId) {
        return Optional.ofNullable(byId.get(playlistId));
    }

    /// Those of exactly that name.
    List<PlaylistObserved> called(String name) {
        return byId.values().stream()
                .filter(observed -> observed.playlist().equals(name))
                .toList();
    }

    List<PlaylistObserved> all() {
        return List.copyOf(byId.values());
    }
}
