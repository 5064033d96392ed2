package dev.segue.metadata;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.TrackFetched;
import dev.segue.library.match.Recording;
import dev.segue.metadata.MetadataConfig.LookupMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// Everything this service knows: the CSV library, replaced whole when its files change, and every answer of the API.
/// Thread-safe; readers never wait.
@ApplicationScoped
public class TrackIndex {

    private record Backup(CsvLibrary library, Duplicates duplicates) {}

    private final LookupMode mode;
    private final Duration staleAfter;
    private final AtomicReference<Backup> backup =
            new AtomicReference<>(new Backup(CsvLibrary.empty(), Duplicates.none()));
    private final Map<TrackId, TrackFetched> fetched = new ConcurrentHashMap<>();
    private final Map<ApiStatus.Api, ApiStatus> apis = new ConcurrentHashMap<>();
    private final Map<String, ShownPlaylist> shown = new HashMap<>();
    private volatile Optional<Places> places = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();

    public TrackIndex(MetadataConfig config) {
        this.mode = config.lookup();
        this.staleAfter = config.csv().staleAfter();
    }

    /// Puts `library` in the place of the one before.
    public void replace(CsvLibrary library) {
        library.indexNames();
        var now = new Backup(library, Duplicates.in(library));
        synchronized (shown) {
            backup.set(now);
            places = Optional.empty();
        }
        trouble = Optional.empty();
    }

    /// Remembers how a playlist looks; the newest counts.
    public void learn(PlaylistObserved observed) {
        synchronized (shown) {
            Optional<ShownPlaylist> before = Optional.ofNullable(shown.get(observed.playlistId()));
            if (before.filter(known -> !observed.at().isAfter(known.at())).isEmpty()) {
                shown.put(observed.playlistId(), ShownPlaylist.of(observed, before));
                places = Optional.empty();
            }
        }
    }

    private Places places() {
        Optional<Places> known = places;
        return known.isPresent() ? known.get() : newPlaces();
    }

    private Places newPlaces() {
        synchronized (shown) {
            var made = new Places(library(), shown.values(), exportsCount());
            places = Optional.of(made);
            return made;
        }
    }

    private boolean exportsCount() {
        return mode != LookupMode.API_ONLY;
    }

    /// Remembers an answer of the API; the newest counts.
    public void learn(TrackFetched answer) {
        fetched.merge(answer.id(), answer, (known, heard) -> heard.at().isBefore(known.at()) ? known : heard);
    }

    /// Remembers how an API stands.
    public void learn(ApiStatus status) {
        apis.put(status.api(), status);
    }

    /// Whether the API of `source` may be asked at `now`, as far as is known.
    public boolean available(TrackId.Source source, Instant now) {
        Optional<ApiStatus.Api> api = switch (source) {
            case SPOTIFY -> Optional.of(ApiStatus.Api.SPOTIFY);
            case SOUNDCLOUD -> Optional.of(ApiStatus.Api.SOUNDCLOUD);
            case LOCAL -> Optional.empty();
        };
        return api.map(apis::get).filter(status -> status.available(now)).isPresent();
    }

    /// What is known of `id` at `now`.
    public Resolution resolve(TrackId id, Instant now) {
        Optional<CsvEntry> exported = exports().find(id);
        Optional<TrackFetched> answer = answer(id);
        if (exported.isEmpty()) {
            return answer.<Resolution>flatMap(known -> known.track()
                            .map(track -> new Resolution.Fetched(placed(Description.fetched(track, known.at())))))
                    .orElseGet(Resolution.Miss::new);
        }
        Description description =
                placed(exported.map(entry -> describe(entry, answer)).orElseThrow());
        Duration age = Duration.between(description.knownSince(), now);
        return age.compareTo(staleAfter) > 0 ? new Resolution.Stale(description, age) : new Resolution.Hit(description);
    }

    private static Description describe(CsvEntry entry, Optional<TrackFetched> answer) {
        return answer.flatMap(known -> known.track().map(track -> Description.merged(entry, track, known.at())))
                .orElseGet(() -> Description.of(entry));
    }

    private Description placed(Description known) {
        TrackId id = known.track().id();
        return known.placed(places().liked(id, known.liked()), places().of(id, known.placements()));
    }

    /// Where a track stands of which only `heard` is known.
    public List<Placement> places(TrackId id, List<Placement> heard) {
        return places().of(id, heard);
    }

    /// Whether the API showed `id` among the liked songs.
    public boolean liked(TrackId id) {
        return places().liked(id, false);
    }

    /// The exports that count: none with `api-only`.
    CsvLibrary exports() {
        return exportsCount() ? library() : CsvLibrary.empty();
    }

    /// What the backup alone says of `id`.
    public Optional<CsvEntry> csv(TrackId id) {
        return library().find(id);
    }

    /// What the API said of `id`, if it was asked.
    public Optional<TrackFetched> answer(TrackId id) {
        return Optional.ofNullable(fetched.get(id));
    }

    /// All that the API ever answered.
    public Collection<TrackFetched> answers() {
        return Collections.unmodifiableCollection(fetched.values());
    }

    /// All that is known of `id`, fresh or not.
    public Optional<Description> describe(TrackId id) {
        return switch (resolve(id, Instant.now())) {
            case Resolution.Hit(Description known) -> Optional.of(known);
            case Resolution.Fetched(Description known) -> Optional.of(known);
            case Resolution.Stale stale -> Optional.of(stale.description());
            case Resolution.Miss _ -> Optional.empty();
        };
    }

    /// The track that stands for `track`, if this is a second one of the same recording. What is on SoundCloud is
    /// recognised by its name, artist and length.
    public Optional<TrackId> duplicateOf(Track track) {
        Duplicates duplicates = duplicates();
        return track.id().source() == TrackId.Source.SOUNDCLOUD && !duplicates.knows(track.id())
                ? duplicates.group(Recording.of(track)).map(Duplicates.Group::first)
                : duplicates.of(track.id());
    }

    /// Which tracks of the backup are one recording.
    public Duplicates duplicates() {
        return backup.get().duplicates();
    }

    /// Why the backup as a whole could not be read when it was last looked at; empty if it could. What was read before
    /// stays in use.
    public Optional<String> trouble() {
        return trouble;
    }

    /// Remembers that the backup as a whole cannot be read now, until [#replace] takes one that can.
    public void troubled(String why) {
        trouble = Optional.of(why);
    }

    /// The CSV library as it is now.
    public CsvLibrary library() {
        return backup.get().library();
    }
}
