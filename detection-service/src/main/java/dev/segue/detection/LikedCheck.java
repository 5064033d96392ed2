package dev.segue.detection;

import dev.segue.detection.Spotify.Entries;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.PlaylistObserved;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the liked songs from the API, the newest first, and stops at the first that is known with the time at which it
/// was liked. For one thread at a time.
///
/// If then their number is not what it must be, some were unliked, and all are read; so they are, too, when that was
/// not done for 30 days. Liked songs have no snapshot id of Spotify's: ours says how many there were, and when the
/// newest was liked.
final class LikedCheck {

    /// Under which the liked songs are observed, as a playlist.
    static final String NAME = "Liked Songs";

    private static final Duration FULL_SCAN_EVERY = Duration.ofDays(30);

    private final Spotify spotify;
    private final ObservedPlaylists observed;
    private final Answers answers;
    private final InstantSource clock;
    private Optional<Pages> unfinished = Optional.empty();
    private Instant lastFullScan = Instant.EPOCH;

    LikedCheck(Spotify spotify, ObservedPlaylists observed, Answers answers, InstantSource clock) {
        this.spotify = spotify;
        this.observed = observed;
        this.answers = answers;
        this.clock = clock;
    }

    /// What the API says.
    ///
    /// @param backup what exports say; empty if they do not count
    Outcome<Reply.Found> check(CsvLibrary backup) {
        Optional<PlaylistObserved> last = observed.of(PlaylistObserved.LIKED_SONGS);
        if (last.isEmpty() || unfinished.isPresent() || isTimeForAll(last.get())) {
            return all(last, backup);
        }
        PlaylistObserved seen = last.get();
        Set<TrackId> known = Set.copyOf(seen.tracks());
        return new Pages(spotify::liked, tracks -> tracks.stream().anyMatch(track -> isKnown(known, seen, track)))
                .toTheEnd()
                .then(entries -> newest(known, seen, entries, backup));
    }

    private boolean isTimeForAll(PlaylistObserved last) {
        Instant full = last.at().isAfter(lastFullScan) ? last.at() : lastFullScan;
        return clock.instant().isAfter(full.plus(FULL_SCAN_EVERY));
    }

    /// Who is liked again has a newer time than all that were known.
    private static boolean isKnown(Set<TrackId> known, PlaylistObserved last, Track track) {
        return known.contains(track.id())
                && track.addedAt().filter(newest(last)::isBefore).isEmpty();
    }

    private Outcome<Reply.Found> newest(Set<TrackId> known, PlaylistObserved last, Entries entries, CsvLibrary backup) {
        List<Track> fresh = entries.tracks().stream()
                .takeWhile(track -> !isKnown(known, last, track))
                .toList();
        if (entries.total() != total(last) + fresh.size()) {
            return all(Optional.of(last), backup);
        }
        List<Track> tracks = new ArrayList<>(fresh);
        last.tracks().forEach(id -> tracks.add(answers.track(id).orElseGet(() -> Track.unknown(id))));
        return fresh.isEmpty()
                ? new Outcome.Answer<>(
                        showing(last.snapshotId(), tracks, backup).again(Set.of()))
                : new Outcome.Answer<>(grown(snapshot(entries), fresh, tracks, backup));
    }

    /// Of those that were known nothing is news.
    private Reply.Found grown(String snapshot, List<Track> fresh, List<Track> tracks, CsvLibrary backup) {
        Reply.Found news = showing(snapshot, fresh, backup).since(Set.of(), Set.of());
        Reply.Found whole = showing(snapshot, tracks, backup).again(Set.of());
        var observation = new PlaylistObserved(
                NAME,
                PlaylistObserved.LIKED_SONGS,
                snapshot,
                tracks.stream().map(Track::id).toList(),
                clock.instant());
        return new Reply.Found(news.fetched(), List.of(observation), whole.detected());
    }

    private Outcome<Reply.Found> all(Optional<PlaylistObserved> last, CsvLibrary backup) {
        Pages pages = unfinished.orElseGet(() -> new Pages(spotify::liked, _ -> false));
        unfinished = Optional.of(pages);
        return pages.toTheEnd().then(entries -> {
            unfinished = Optional.empty();
            lastFullScan = clock.instant();
            Set<TrackId> before = last.<Set<TrackId>>map(seen -> new LinkedHashSet<>(seen.tracks()))
                    .orElse(Set.of());
            Showing showing = showing(snapshot(entries), entries.tracks(), backup);
            boolean same = last.filter(seen -> seen.snapshotId().equals(snapshot(entries))
                            && seen.tracks()
                                    .equals(entries.tracks().stream()
                                            .map(Track::id)
                                            .toList()))
                    .isPresent();
            return new Outcome.Answer<>(same ? showing.again(Set.of()) : showing.since(before, Set.of()));
        });
    }

    private Showing showing(String snapshot, List<Track> tracks, CsvLibrary backup) {
        var which = new Showing.Which(
                DetectionSource.LIKED, Optional.empty(), NAME, PlaylistObserved.LIKED_SONGS, snapshot);
        return new Showing(which, tracks, backup, answers, clock.instant());
    }

    private static String snapshot(Entries entries) {
        return snapshot(entries.total(), entries.tracks());
    }

    /// How many liked songs there are, and when the newest was liked.
    static String snapshot(int total, List<Track> newestFirst) {
        Optional<Instant> newest = newestFirst.stream().findFirst().flatMap(Track::addedAt);
        return total + newest.map(at -> "@" + at).orElse("");
    }

    private static int total(PlaylistObserved last) {
        String total = last.snapshotId().split("@", 2)[0];
        return total.matches("\\d{1,9}") ? Integer.parseInt(total) : -1;
    }

    /// When the newest of them was liked; unknown: nothing is newer.
    static Instant newest(PlaylistObserved last) {
        String[] parts = last.snapshotId().split("@", 2);
        return parts.length == 2 ? Instant.parse(parts[1]) : Instant.MAX;
    }
}
