package dev.segue.detection;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackFetched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A list as the API shows it, and what follows from how it differs from what was known. Plain decisions.
///
/// Pages carry whole tracks, so no track in them is asked for by itself.
final class Showing {

    /// Which list it is.
    ///
    /// @param placed   the name under which its tracks are placed; empty for the liked songs
    /// @param observed the name under which it is observed
    record Which(DetectionSource source, Optional<String> placed, String observed, String id, String snapshotId) {}

    private final Which which;
    private final List<Track> tracks;
    private final CsvLibrary backup;
    private final Answers answers;
    private final Instant now;

    Showing(Which which, List<Track> tracks, CsvLibrary backup, Answers answers, Instant now) {
        this.which = which;
        this.tracks = tracks;
        this.backup = backup;
        this.answers = answers;
        this.now = now;
    }

    /// What follows from a change.
    ///
    /// @param before  the tracks that were known to be in it
    /// @param already those that this run has detected
    Reply.Found since(Set<TrackId> before, Set<TrackId> already) {
        Map<TrackId, Integer> positions = positions();
        List<TrackFetched> fetched = new ArrayList<>();
        List<TrackDetected> detected = new ArrayList<>();
        for (Track track : distinct()) {
            int position = positions.getOrDefault(track.id(), 0);
            boolean news = isNews(track);
            if (news) {
                fetched.add(fetched(track, position));
            }
            if (news || !before.contains(track.id()) || !already.contains(track.id())) {
                detected.add(detected(track.id(), Hint.of(track), which.placed(), position));
            }
        }
        before.stream()
                .filter(id -> !positions.containsKey(id))
                .forEach(id -> detected.add(detected(id, hint(id), Optional.empty(), 0)));
        return new Reply.Found(fetched, List.of(observed()), detected);
    }

    /// What follows when it is as it was: those that this run has not detected yet are.
    Reply.Found again(Set<TrackId> already) {
        Map<TrackId, Integer> positions = positions();
        return new Reply.Found(
                List.of(),
                List.of(),
                distinct().stream()
                        .map(Track::id)
                        .filter(id -> !already.contains(id))
                        .map(id -> detected(id, hint(id), which.placed(), positions.getOrDefault(id, 0)))
                        .toList());
    }

    private Map<TrackId, Integer> positions() {
        var positions = new LinkedHashMap<TrackId, Integer>();
        for (int at = 0; at < tracks.size(); at++) {
            positions.putIfAbsent(tracks.get(at).id(), at + 1);
        }
        return positions;
    }

    private List<Track> distinct() {
        var seen = new LinkedHashSet<TrackId>();
        return tracks.stream().filter(track -> seen.add(track.id())).toList();
    }

    /// Whether it says of the track what nobody knew. A local file is known to its owner only.
    private boolean isNews(Track track) {
        if (track.id().source() == TrackId.Source.LOCAL) {
            return false;
        }
        Optional<Track> known =
                answers.track(track.id()).or(() -> backup.find(track.id()).map(CsvEntry::track));
        return known.filter(as -> as.title().equals(track.title())).isEmpty();
    }

    private TrackFetched fetched(Track track, int position) {
        return new TrackFetched(
                track.id(), Optional.of(track), Hint.of(track), which.placed(), place(which.placed(), position), now);
    }

    private TrackDetected detected(TrackId id, Hint hint, Optional<String> playlist, int position) {
        return new TrackDetected(id, hint, which.source(), playlist, place(playlist, position), now);
    }

    private static Optional<Integer> place(Optional<String> playlist, int position) {
        return playlist.map(_ -> position);
    }

    private Hint hint(TrackId id) {
        return backup.find(id)
                .map(CsvEntry::track)
                .or(() -> answers.track(id))
                .map(Hint::of)
                .orElseGet(() -> Hint.of(id));
    }

    private PlaylistObserved observed() {
        return new PlaylistObserved(
                which.observed(),
                which.id(),
                which.snapshotId(),
                tracks.stream().map(Track::id).toList(),
                now);
    }
}
