package dev.segue.processing.playlist;

import dev.segue.library.Placement;
import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackSynced;
import dev.segue.processing.Outcome;
import dev.segue.processing.Playlists;
import dev.segue.processing.Shelf;
import dev.segue.processing.ShelfUnavailable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Keeps the files in step with what is noted. Thread-safe.
///
/// A playlist is written a moment after it changed, since its tracks mostly come together, and all are looked over at
/// the start: so what was noted is written, whenever the service was killed.
final class PlaylistFiles implements Playlists {

    private static final Logger LOG = Logger.getLogger(PlaylistFiles.class);

    /// A line to be, at its place.
    private record Line(int position, Placed placed, String file) {}

    private final Places places;
    private final PlaylistFolder folder;
    private final Shelf shelf;
    private final boolean link;
    private final Set<String> changed = new HashSet<>();
    private boolean warned;

    /// @param link whether a duplicate's place is taken by the file of the track that stands for it
    PlaylistFiles(Places places, PlaylistFolder folder, Shelf shelf, boolean link) {
        this.places = places;
        this.folder = folder;
        this.shelf = shelf;
        this.link = link;
        changed.addAll(places.playlists());
    }

    @Override
    public synchronized void note(TrackSynced synced, Outcome outcome) {
        TrackId id = synced.track().id();
        Placed now = switch (outcome) {
            case Outcome.Imported _ -> Placed.of(synced, Optional.empty());
            case Outcome.Duplicate(TrackId other) when link -> Placed.of(synced, Optional.of(other));
            default -> Placed.nowhere(id);
        };
        Placed before = places.keep(now);
        if (!before.equals(now)) {
            changed.addAll(before.playlists());
            changed.addAll(now.playlists());
        }
        if (outcome instanceof Outcome.Imported) {
            places.ownedBy(id).stream()
                    .filter(other -> !other.track().equals(id))
                    .forEach(other -> changed.addAll(other.playlists()));
        }
    }

    /// Writes those that changed. What cannot be written now is tried the next time.
    synchronized void write() {
        for (String playlist : List.copyOf(changed)) {
            try {
                folder.write(playlist, entries(playlist));
                changed.remove(playlist);
                warned = false;
            } catch (ShelfUnavailable later) {
                if (!warned) {
                    LOG.warn(later.getMessage());
                    warned = true;
                }
            }
        }
    }

    private List<PlaylistText.Entry> entries(String playlist) {
        return places.in(playlist).stream()
                .flatMap(placed -> lines(placed, playlist))
                .sorted(Comparator.comparingInt(Line::position)
                        .thenComparing(line -> line.placed().track().toString()))
                .map(line -> new PlaylistText.Entry(
                        line.file(), line.placed().caption(), line.placed().seconds()))
                .toList();
    }

    private Stream<Line> lines(Placed placed, String playlist) {
        return shelf.fileOf(placed.owner()).stream()
                .flatMap(file -> placed.places().stream()
                        .filter(place -> place.playlist().equals(playlist))
                        .map(Placement::position)
                        .map(position -> new Line(position, placed, file)));
    }
}
