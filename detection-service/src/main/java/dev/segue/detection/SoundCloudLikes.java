package dev.segue.detection;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.TrackDetected;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the likes on SoundCloud, the newest first, up to those that are known. For one thread at a time.
///
/// SoundCloud tells neither when a track was liked nor how many there are. So what was unliked is seen only when all
/// are
/// read, which happens every seven days; the time of the last such reading is the snapshot id under which they are
/// observed. A list that fits on one page is read whole each time.
///
/// They are observed as a playlist whose oldest is the first: so a new like moves no other.
final class SoundCloudLikes {

    /// Under which the likes are observed, as a playlist.
    static final String NAME = "SoundCloud likes";

    static final String ID = "soundcloud-likes";
    private static final Duration FULL_SCAN_EVERY = Duration.ofDays(7);

    private final SoundCloud soundCloud;
    private final ObservedPlaylists observed;
    private final Answers answers;
    private final InstantSource clock;
    private Optional<LikesScan> unfinished = Optional.empty();
    private Instant lastFullScan = Instant.EPOCH;

    SoundCloudLikes(SoundCloud soundCloud, ObservedPlaylists observed, Answers answers, InstantSource clock) {
        this.soundCloud = soundCloud;
        this.observed = observed;
        this.answers = answers;
        this.clock = clock;
    }

    /// What SoundCloud says.
    Outcome<Reply.Found> check() {
        Optional<PlaylistObserved> last = observed.of(ID);
        LikesScan scan = unfinished.orElseGet(() -> new LikesScan(soundCloud, known(last)));
        unfinished = Optional.of(scan);
        return scan.toTheEnd().then(read -> {
            unfinished = Optional.empty();
            return new Outcome.Answer<>(read.whole() ? whole(last, read.tracks()) : newest(last, read.tracks()));
        });
    }

    private Set<TrackId> known(Optional<PlaylistObserved> last) {
        return last.filter(seen -> clock.instant().isBefore(fullScan(seen).plus(FULL_SCAN_EVERY)))
                .<Set<TrackId>>map(seen -> new LinkedHashSet<>(seen.tracks()))
                .orElse(Set.of());
    }

    private Instant fullScan(PlaylistObserved last) {
        Instant told = moment(last.snapshotId());
        return told.isAfter(lastFullScan) ? told : lastFullScan;
    }

    private static Instant moment(String snapshotId) {
        try {
            return Instant.parse(snapshotId);
        } catch (DateTimeException other) {
            return Instant.EPOCH;
        }
    }

    private Reply.Found whole(Optional<PlaylistObserved> last, List<Track> tracks) {
        lastFullScan = clock.instant();
        List<TrackId> ids = tracks.stream().map(Track::id).toList();
        Showing showing = showing(lastFullScan.toString(), tracks);
        List<TrackId> before = newestFirst(last);
        if (last.isPresent() && ids.equals(before)) {
            return showing.again(Set.of());
        }
        Reply.Found found = showing.since(new LinkedHashSet<>(before), Set.of());
        return new Reply.Found(found.fetched(), List.of(observed(lastFullScan.toString(), ids)), found.detected());
    }

    /// Those that were known and were not read are liked still, as far as anybody knows.
    private Reply.Found newest(Optional<PlaylistObserved> last, List<Track> read) {
        List<TrackId> before = newestFirst(last);
        List<Track> fresh =
                read.stream().filter(track -> !before.contains(track.id())).toList();
        String snapshot = last.map(PlaylistObserved::snapshotId).orElse("");
        List<TrackDetected> old = showing(
                        snapshot, before.stream().map(this::track).toList())
                .again(Set.of())
                .detected();
        if (fresh.isEmpty()) {
            return new Reply.Found(List.of(), List.of(), old);
        }
        Reply.Found news = showing(snapshot, fresh).since(Set.of(), Set.of());
        List<TrackId> now =
                Stream.concat(fresh.stream().map(Track::id), before.stream()).toList();
        var detected = new ArrayList<>(news.detected());
        detected.addAll(old);
        return new Reply.Found(news.fetched(), List.of(observed(snapshot, now)), detected);
    }

    private PlaylistObserved observed(String snapshot, List<TrackId> newestFirst) {
        return new PlaylistObserved(NAME, ID, snapshot, newestFirst.reversed(), clock.instant());
    }

    private static List<TrackId> newestFirst(Optional<PlaylistObserved> last) {
        return last.map(seen -> seen.tracks().reversed()).orElse(List.of());
    }

    private Track track(TrackId id) {
        return answers.track(id).orElseGet(() -> Track.unknown(id));
    }

    private Showing showing(String snapshot, List<Track> tracks) {
        var which = new Showing.Which(DetectionSource.SOUNDCLOUD_LIKES, Optional.empty(), NAME, ID, snapshot);
        return new Showing(which, tracks, CsvLibrary.empty(), answers, clock.instant());
    }
}
