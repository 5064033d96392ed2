package dev.segue.detection;

import dev.segue.library.Hint;
import dev.segue.library.Placement;
import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.csv.CsvPlaylist;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.TrackDetected;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds in the backup what was asked for. Plain decisions; each track once, however often it stands there.
public final class Detector {

    private final CsvLibrary backup;
    private final Instant now;

    public Detector(CsvLibrary backup, Instant now) {
        this.backup = backup;
        this.now = now;
    }

    /// What `detection` finds, `limit` tracks at most.
    public Findings find(Detection detection, int limit) {
        Findings findings = switch (detection) {
            case Detection.Liked _ -> liked();
            case Detection.Playlist(String name) -> playlist(name);
            case Detection.NewestLikes _ -> new Findings.Nothing("this is asked of the API");
            case Detection.Current _ -> new Findings.Nothing("this is asked of the API");
            case Detection.AllPlaylists _ -> new Findings.Nothing("this is asked of the API");
            case Detection.SoundCloudLikes _ -> new Findings.Nothing("this is asked of the API");
            case Detection.SinglePage _ -> new Findings.Nothing("this is asked of the API");
            case Detection.WholeBackup _ -> everything();
            case Detection.Single(TrackId id) -> new Findings.Tracks(List.of(single(id)));
        };
        return switch (findings) {
            case Findings.Tracks(List<TrackDetected> all)
            when all.size() > limit -> new Findings.Tracks(all.subList(0, limit));
            case Findings.Tracks all -> all;
            case Findings.Checked checked -> checked;
            case Findings.Asked asked -> asked;
            case Findings.Nothing nothing -> nothing;
        };
    }

    private Findings liked() {
        return backup.liked()
                .<Findings>map(list -> new Findings.Tracks(listed(list, DetectionSource.LIKED)))
                .orElseGet(() -> new Findings.Nothing(
                        "the backup has no liked songs: no file called Liked_Songs.csv or liked.csv"));
    }

    private Findings playlist(String name) {
        List<CsvPlaylist> called = backup.playlists(name);
        return switch (called.size()) {
            case 0 -> new Findings.Nothing("the backup has no playlist \"" + name + "\"; it has " + names());
            case 1 -> new Findings.Tracks(listed(called.getFirst(), DetectionSource.PLAYLIST));
            default ->
                new Findings.Nothing("several playlists could be \"" + name + "\": "
                        + called.stream().map(CsvPlaylist::name).collect(Collectors.joining("\", \"", "\"", "\""))
                        + "; ask for one by its file's name");
        };
    }

    private String names() {
        int most = 20;
        List<String> names =
                backup.playlists().stream().map(CsvPlaylist::name).sorted().toList();
        String some = names.stream().limit(most).collect(Collectors.joining("\", \"", "\"", "\""));
        return names.isEmpty() ? "none" : names.size() > most ? some + " and more" : some;
    }

    /// All but what only older exports have.
    private Findings everything() {
        List<CsvEntry> entries = backup.entries();
        int[] current = IntStream.range(0, entries.size())
                .filter(number -> isCurrent(entries.get(number)))
                .toArray();
        return new Findings.Tracks(new Sightings(current.length, at -> seen(entries.get(current[at]))));
    }

    private static boolean isCurrent(CsvEntry entry) {
        return entry.liked() || !entry.placements().isEmpty();
    }

    private TrackDetected seen(CsvEntry entry) {
        Optional<Placement> first =
                entry.liked() ? Optional.empty() : entry.placements().stream().findFirst();
        return new TrackDetected(
                entry.track().id(),
                Hint.of(entry.track()),
                entry.liked() ? DetectionSource.LIKED : DetectionSource.PLAYLIST,
                first.map(Placement::playlist),
                first.map(Placement::position),
                now);
    }

    private List<TrackDetected> listed(CsvPlaylist list, DetectionSource source) {
        List<TrackId> ids = list.tracks().stream().distinct().toList();
        return new Sightings(ids.size(), at -> detected(ids.get(at), list, source));
    }

    private TrackDetected detected(TrackId id, CsvPlaylist list, DetectionSource source) {
        Optional<Placement> place = source == DetectionSource.LIKED
                ? Optional.empty()
                : backup.find(id).stream()
                        .flatMap(entry -> entry.placements().stream())
                        .filter(placement -> placement.playlist().equals(list.name()))
                        .findFirst();
        return new TrackDetected(
                id, hint(id), source, place.map(Placement::playlist), place.map(Placement::position), now);
    }

    private TrackDetected single(TrackId id) {
        return new TrackDetected(id, hint(id), DetectionSource.SINGLE, Optional.empty(), Optional.empty(), now);
    }

    private Hint hint(TrackId id) {
        return backup.find(id).map(entry -> Hint.of(entry.track())).orElseGet(() -> Hint.of(id));
    }
}
