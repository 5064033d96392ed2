package dev.segue.detection;

import dev.segue.detection.Spotify.Entries;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.PlaylistObserved;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks what was liked since the export, or since the last look: the newest liked songs up to the first that is known.
/// For one thread at a time.
///
/// What was unliked is not seen: the next export tells, or a look at all of them.
final class NewestLikes {

    private final Spotify spotify;
    private final ObservedPlaylists observed;
    private final Answers answers;
    private final LikedCheck all;
    private final InstantSource clock;

    /// The liked songs as they were known before.
    ///
    /// @param newest when the newest was liked; what was liked later is liked again
    private record Known(Set<TrackId> tracks, Instant newest) {

        boolean has(Track track) {
            return tracks.contains(track.id())
                    && track.addedAt().filter(newest::isBefore).isEmpty();
        }

        Known and(Known other) {
            return other.newest().isAfter(newest) ? other.before(this) : before(other);
        }

        private Known before(Known older) {
            var both = new LinkedHashSet<>(tracks);
            both.addAll(older.tracks());
            return new Known(both, newest);
        }
    }

    NewestLikes(Spotify spotify, ObservedPlaylists observed, Answers answers, LikedCheck all, InstantSource clock) {
        this.spotify = spotify;
        this.observed = observed;
        this.answers = answers;
        this.all = all;
        this.clock = clock;
    }

    /// What the API says that `backup` and earlier looks do not; without an export of liked songs all that it says.
    Outcome<Reply.Found> check(CsvLibrary backup) {
        return exported(backup)
                .map(known -> seen().map(known::and).orElse(known))
                .map(known -> since(known, backup))
                .orElseGet(() -> all.check(backup));
    }

    private static Optional<Known> exported(CsvLibrary backup) {
        return backup.liked().map(list -> {
            var tracks = new LinkedHashSet<>(list.tracks());
            Optional<Instant> newest = tracks.stream()
                    .flatMap(id -> backup.find(id).map(CsvEntry::track).flatMap(Track::addedAt).stream())
                    .max(Instant::compareTo);
            return new Known(tracks, newest.orElse(Instant.MAX));
        });
    }

    private Optional<Known> seen() {
        return observed.of(PlaylistObserved.LIKED_SONGS)
                .map(seen -> new Known(new LinkedHashSet<>(seen.tracks()), LikedCheck.newest(seen)));
    }

    private Outcome<Reply.Found> since(Known known, CsvLibrary backup) {
        return new Pages(spotify::liked, tracks -> tracks.stream().anyMatch(known::has))
                .toTheEnd()
                .then(entries -> new Outcome.Answer<>(found(known, entries, backup)));
    }

    private Reply.Found found(Known known, Entries entries, CsvLibrary backup) {
        List<Track> fresh =
                entries.tracks().stream().takeWhile(track -> !known.has(track)).toList();
        if (fresh.isEmpty()) {
            return Reply.Found.nothing();
        }
        List<TrackId> now = Stream.concat(fresh.stream().map(Track::id), known.tracks().stream())
                .distinct()
                .toList();
        String snapshot = LikedCheck.snapshot(now.size(), fresh);
        Instant at = clock.instant();
        var which = new Showing.Which(
                DetectionSource.LIKED, Optional.empty(), LikedCheck.NAME, PlaylistObserved.LIKED_SONGS, snapshot);
        Reply.Found news = new Showing(which, fresh, backup, answers, at).since(Set.of(), Set.of());
        return new Reply.Found(
                news.fetched(),
                List.of(new PlaylistObserved(LikedCheck.NAME, PlaylistObserved.LIKED_SONGS, snapshot, now, at)),
                news.detected());
    }
}
