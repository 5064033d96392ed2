package dev.segue.detection;

import dev.segue.detection.Spotify.Entries;
import dev.segue.detection.Spotify.Listed;
import dev.segue.detection.Spotify.Playlist;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.csv.CsvPlaylist;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.PlaylistObserved;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Holds what is known of a playlist against the API. For one thread at a time.
///
/// ```
/// id known? ──no──▶ the person's playlists, 50 a call ──▶ same snapshot id as last time: as it was
///   │ yes
///   ▼
/// the playlist with its first 100 entries ──▶ same snapshot id as last time: as it was
///   │ changed, or seen for the first time
///   ▼
/// its further pages ──▶ [Showing]
/// ```
final class PlaylistCheck {

    private final Spotify spotify;
    private final Listings listings;
    private final ObservedPlaylists observed;
    private final Answers answers;
    private final InstantSource clock;
    private final Map<String, Pages> unfinished = new HashMap<>();
    private final Map<String, String> hidden = new HashMap<>();

    PlaylistCheck(
            Spotify spotify, Listings listings, ObservedPlaylists observed, Answers answers, InstantSource clock) {
        this.spotify = spotify;
        this.listings = listings;
        this.observed = observed;
        this.answers = answers;
        this.clock = clock;
    }

    /// What the API says of the playlist that `question` is about.
    ///
    /// @param backup what exports say; empty if they do not count
    Outcome<Reply.Found> check(Question.OfPlaylist question, CsvLibrary backup) {
        Optional<String> id = knownId(question, backup);
        return id.isPresent() ? check(id.get(), question, backup) : byListing(question, backup);
    }

    private Optional<String> knownId(Question.OfPlaylist question, CsvLibrary backup) {
        return question.exported()
                .flatMap(backup::playlistId)
                .or(() -> PlaylistReference.parse(question.asked()).id().filter(_ -> isNoName(question)))
                .or(() -> only(observed.all().stream()
                                .filter(seen -> isMeant(seen.playlist(), question, backup))
                                .toList())
                        .map(PlaylistObserved::playlistId));
    }

    /// Somebody may call a playlist by 22 letters.
    private static boolean isNoName(Question.OfPlaylist question) {
        return question.exported()
                .filter(exported -> exported.name().equals(question.asked()))
                .isEmpty();
    }

    private static boolean isMeant(String name, Question.OfPlaylist question, CsvLibrary backup) {
        return question.exported()
                .map(exported -> backup.playlists(name).contains(exported))
                .orElseGet(() -> name.equals(question.asked()));
    }

    private Outcome<Reply.Found> byListing(Question.OfPlaylist question, CsvLibrary backup) {
        return listings.all().then(all -> {
            List<Listed> meant = all.stream()
                    .filter(listed -> isMeant(listed.name(), question, backup))
                    .toList();
            return switch (meant.size()) {
                case 0 ->
                    new Outcome.NotFound<>("no export and no playlist of yours at Spotify is called \""
                            + question.asked() + "\"; Spotify shows " + names(all));
                case 1 -> check(meant.getFirst().id(), question, backup);
                default ->
                    new Outcome.Refused<>("several of your playlists could be \"" + question.asked()
                            + "\"; ask for one by its id: "
                            + meant.stream()
                                    .map(listed -> listed.name() + " " + listed.id())
                                    .collect(Collectors.joining(", ")));
            };
        });
    }

    private static String names(List<Listed> all) {
        int most = 20;
        String some = all.stream()
                .limit(most)
                .map(listed -> '"' + listed.name() + '"')
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all.size() > most ? some + " and more" : some;
    }

    /// What the API says of the playlist with that id.
    Outcome<Reply.Found> check(String id, Question.OfPlaylist question, CsvLibrary backup) {
        Optional<PlaylistObserved> last = observed.of(id);
        Optional<String> listed = listings.recent().stream()
                .flatMap(List::stream)
                .filter(one -> one.id().equals(id))
                .map(Listed::snapshotId)
                .findFirst();
        if (listed.isPresent() && listed.equals(Optional.ofNullable(hidden.get(id)))) {
            return new Outcome.Refused<>("Spotify hides what is in playlist " + id + ": it is not yours");
        }
        Optional<PlaylistObserved> same = last.filter(seen -> listed.equals(Optional.of(seen.snapshotId())));
        return same.isPresent()
                ? new Outcome.Answer<>(again(same.get(), question, backup))
                : shown(id).then(shown -> compare(shown, question, backup));
    }

    private Outcome<Playlist> shown(String id) {
        Outcome<Playlist> shown = spotify.playlist(id);
        return shown instanceof Outcome.NotFound<Playlist>(String why)
                ? new Outcome.NotFound<>("Spotify has no playlist " + id + ", or does not show it to you: " + why)
                : shown;
    }

    private Outcome<Reply.Found> compare(Playlist shown, Question.OfPlaylist question, CsvLibrary backup) {
        Optional<PlaylistObserved> last = observed.of(shown.id());
        if (last.filter(seen -> seen.snapshotId().equals(shown.snapshotId())).isPresent()) {
            return new Outcome.Answer<>(again(last.get(), question, backup));
        }
        if (shown.first().isEmpty()) {
            hidden.put(shown.id(), shown.snapshotId());
            return new Outcome.Refused<>("Spotify hides what is in \"" + shown.name() + "\": it is not yours");
        }
        return entries(shown, shown.first().get()).then(entries -> {
            unfinished.keySet().removeIf(read -> read.startsWith(shown.id() + ' '));
            Optional<CsvPlaylist> exported = question.exported().or(() -> only(backup.playlists(shown.name())));
            Set<TrackId> before = last.map(PlaylistObserved::tracks)
                    .or(() -> exported.map(CsvPlaylist::tracks))
                    .<Set<TrackId>>map(java.util.LinkedHashSet::new)
                    .orElse(Set.of());
            return new Outcome.Answer<>(
                    showing(shown.name(), shown.id(), shown.snapshotId(), entries.tracks(), exported, backup)
                            .since(before, detected(question)));
        });
    }

    private Outcome<Entries> entries(Playlist shown, Entries first) {
        return unfinished
                .computeIfAbsent(
                        shown.id() + ' ' + shown.snapshotId(),
                        _ -> new Pages(offset -> spotify.entries(shown.id(), offset), _ -> false).startingWith(first))
                .toTheEnd();
    }

    private Reply.Found again(PlaylistObserved seen, Question.OfPlaylist question, CsvLibrary backup) {
        Function<TrackId, Track> describe = id ->
                answers.track(id).or(() -> backup.find(id).map(CsvEntry::track)).orElseGet(() -> Track.unknown(id));
        Optional<CsvPlaylist> exported = question.exported().or(() -> only(backup.playlists(seen.playlist())));
        List<Track> tracks = seen.tracks().stream().map(describe).toList();
        return showing(seen.playlist(), seen.playlistId(), seen.snapshotId(), tracks, exported, backup)
                .again(detected(question));
    }

    private Showing showing(
            String name,
            String id,
            String snapshotId,
            List<Track> tracks,
            Optional<CsvPlaylist> exported,
            CsvLibrary backup) {
        String placed = exported.map(CsvPlaylist::name).orElse(name);
        var which = new Showing.Which(DetectionSource.PLAYLIST, Optional.of(placed), name, id, snapshotId);
        Instant now = clock.instant();
        return new Showing(which, tracks, backup, answers, now);
    }

    private static Set<TrackId> detected(Question.OfPlaylist question) {
        return question.exported()
                .<Set<TrackId>>map(list -> Set.copyOf(list.tracks()))
                .orElse(Set.of());
    }

    private static <T> Optional<T> only(List<T> some) {
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }
}
