package dev.segue.metadata;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackFetched;
import dev.segue.library.history.BackupHistory;
import dev.segue.library.history.Snapshot;
import dev.segue.library.history.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All playlists with all their snapshots: exports of the backup, and what the API showed. Thread-safe.
///
/// A playlist is called as its export is, since that is the only name an export has. One that the API shows is the same
/// if an exporter would have called it so.
@ApplicationScoped
public class PlaylistHistory {

    private final TrackIndex index;
    private final Observations observations;

    public PlaylistHistory(TrackIndex index, Observations observations) {
        this.index = index;
        this.observations = observations;
    }

    /// Which playlist a person means.
    public sealed interface Found {

        /// This one.
        record One(Playlist playlist) implements Found {}

        /// None.
        record None() implements Found {}

        /// Several that exporters call alike.
        record Several(List<String> names) implements Found {}
    }

    /// A playlist with its history.
    ///
    /// @param timeline tracks that the API showed are described as it did
    /// @param tracks   entries in its newest state
    /// @param observed what the API showed last
    public record Playlist(Timeline timeline, int tracks, Optional<Observed> observed) {

        public String name() {
            return timeline.playlist();
        }
    }

    /// What the API showed last.
    ///
    /// @param tracks entries in it
    public record Observed(java.time.Instant at, String snapshotId, int tracks) {}

    /// All of them: the liked songs first, then by name.
    public List<Playlist> playlists() {
        var backup = new BackupHistory(index.library());
        return names(backup).stream().map(name -> playlist(name, backup)).toList();
    }

    private List<String> names(BackupHistory backup) {
        Set<String> names = new TreeSet<>(backup.names());
        observations.playlists().forEach(name -> names.add(backup.exportedAs(name)));
        return BackupHistory.likedFirst(names);
    }

    /// The playlist called `name` by its export, by the API, or as an exporter would make a file name of it.
    public Found find(String name) {
        var backup = new BackupHistory(index.library());
        return switch (backup.called(name, names(backup))) {
            case BackupHistory.Called.One(String called) -> new Found.One(playlist(called, backup));
            case BackupHistory.Called.None _ -> new Found.None();
            case BackupHistory.Called.Several(List<String> alike) -> new Found.Several(alike);
        };
    }

    private Playlist playlist(String name, BackupHistory backup) {
        List<Snapshot> files = backup.timeline(name).snapshots();
        List<Observation> shown = observed(name, backup);
        var snapshots = Stream.concat(files.stream(), shown.stream().map(look -> snapshot(name, look, this::asShown)))
                .toList();
        var timeline = new Timeline(name, snapshots);
        Optional<Observed> last = shown.isEmpty() ? Optional.empty() : Optional.of(observed(shown.getLast()));
        boolean isShown = timeline.snapshots().getLast().observed();
        int tracks = last.filter(_ -> isShown).map(Observed::tracks).orElseGet(() -> backup.size(name));
        return new Playlist(timeline, tracks, last);
    }

    private static Observed observed(Observation last) {
        return new Observed(last.at(), last.snapshotId(), last.tracks().size());
    }

    private List<Observation> observed(String name, BackupHistory backup) {
        return observations.playlists().stream()
                .filter(shown -> backup.exportedAs(shown).equals(name))
                .flatMap(shown -> observations.of(shown).stream())
                .toList();
    }

    private static Snapshot snapshot(String name, Observation look, Function<TrackId, Track> describe) {
        return new Snapshot(
                name,
                look.at(),
                Snapshot.OBSERVED,
                () -> look.tracks().stream().map(describe).toList());
    }

    /// Only what the API said, so that a comparison does not blame it for what the backup says; the name from anywhere.
    private Track asShown(TrackId id) {
        return index.answer(id)
                .flatMap(TrackFetched::track)
                .map(track -> track.addedAs(Track.unknown(id)))
                .orElseGet(() -> index.csv(id)
                        .map(entry -> Hint.of(entry.track()).describe(id))
                        .orElseGet(() -> Track.unknown(id)));
    }

    /// All that is known of each track, also of those that the API showed: for trends.
    public Timeline described(Timeline timeline) {
        return new Timeline(
                timeline.playlist(),
                timeline.snapshots().stream()
                        .map(snapshot -> snapshot.observed() ? described(snapshot) : snapshot)
                        .toList());
    }

    private Snapshot described(Snapshot shown) {
        return new Snapshot(
                shown.playlist(),
                shown.takenAt(),
                shown.source(),
                () -> shown.tracks().stream()
                        .map(track -> index.describe(track.id())
                                .map(known -> known.track().addedAs(Track.unknown(track.id())))
                                .orElse(track))
                        .collect(Collectors.toList()));
    }
}
