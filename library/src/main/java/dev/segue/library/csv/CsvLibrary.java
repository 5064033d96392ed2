package dev.segue.library.csv;

import dev.segue.library.TrackId;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The person's CSV backups, read into one index. Immutable, so safe to share; replaced whole when the files change.
///
/// ```java
/// Optional<CsvEntry> entry = Backup.at(directory).read().find(TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC"));
/// ```
public final class CsvLibrary {

    private static final Comparator<ReadFile> LIKED_FIRST = Comparator.comparing((ReadFile file) -> !file.isLiked())
            .thenComparing(file -> file.file().file());
    private static final CsvLibrary EMPTY = of(List.of(), Instant.EPOCH);

    private final Entries entries;
    private final Supplier<NameIndex> names;
    private final List<CsvFile> files;
    private final LastGood lastGood;
    private final List<CsvPlaylist> liked;
    private final List<CsvPlaylist> playlists;
    private final Snapshots snapshots;
    private final Instant loadedAt;

    private CsvLibrary(List<ReadFile> read, Instant loadedAt) {
        List<ReadFile> readable = read.stream().filter(ReadFile::isReadable).toList();
        this.snapshots = new Snapshots(readable);
        Merge merge = Merge.of(readable, snapshots);
        this.entries = merge.entries();
        this.names = new Once<>(() -> new NameIndex(entries));
        this.files = read.stream().map(merge::counted).toList();
        this.lastGood = new LastGood(readable);
        this.liked = current(readable, true);
        this.playlists = current(readable, false);
        this.loadedAt = loadedAt;
    }

    private List<CsvPlaylist> current(List<ReadFile> readable, boolean areLiked) {
        return readable.stream()
                .flatMap(file -> file.lists().stream())
                .filter(list -> list.isLiked() == areLiked && snapshots.isCurrent(list))
                .map(list -> new CsvPlaylist(list.name(), list.ids()))
                .toList();
    }

    static CsvLibrary of(List<ReadFile> read, Instant loadedAt) {
        return new CsvLibrary(read.stream().sorted(LIKED_FIRST).toList(), loadedAt);
    }

    /// The library of somebody without any backup, loaded in 1970.
    public static CsvLibrary empty() {
        return EMPTY;
    }

    /// How many tracks there are.
    public int size() {
        return entries.size();
    }

    public Instant loadedAt() {
        return loadedAt;
    }

    public Optional<CsvEntry> find(TrackId id) {
        return entries.find(id);
    }

    /// All tracks of that name, by that artist alone or among others, or by those artists together; of more than a
    /// thousand the first. Case, quotes, commas and the like make no difference.
    public List<CsvEntry> find(String title, String artist) {
        return names.get().find(title, artist);
    }

    /// Makes what look-ups by name need, so that the first of them need not wait: a second for a million tracks.
    public void indexNames() {
        var _ = names.get();
    }

    /// All tracks: the liked songs first, then those of the playlists by file name, in order of the file; then those
    /// that only older exports have, which are neither liked nor in a playlist any more.
    public List<CsvEntry> entries() {
        return entries;
    }

    /// The liked songs, as the newest export has them; of several such files that stand beside each other all, in one
    /// list.
    public Optional<CsvPlaylist> liked() {
        return liked.stream()
                .reduce((one, other) -> new CsvPlaylist(
                        one.name(),
                        java.util.stream.Stream.of(one, other)
                                .flatMap(list -> list.tracks().stream())
                                .distinct()
                                .toList()));
    }

    /// All but the liked songs, each as its newest export has it, by file name.
    public List<CsvPlaylist> playlists() {
        return playlists;
    }

    /// The playlist called `name`; empty if there is none, or if [#playlists(String)] has several to ask the person
    /// about.
    public Optional<CsvPlaylist> playlist(String name) {
        List<CsvPlaylist> found = playlists(name);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// The playlists that `name` may mean: the files of exactly that name, or else those that an exporter would have
    /// called so. Exporters give several names the same file name, so there may be more than one.
    public List<CsvPlaylist> playlists(String name) {
        String exact = Normalizer.normalize(name, Normalizer.Form.NFC);
        List<CsvPlaylist> found = named(Set.of(exact));
        if (found.isEmpty()) {
            found = named(FileNames.of(exact));
        }
        return found.isEmpty() ? named(Set.of(ExportName.of(exact).playlist())) : found;
    }

    /// The playlists in whose files' names an exporter has put this id of Spotify's, as in `Warm up [ID].csv`.
    public List<CsvPlaylist> playlistsWithId(String playlistId) {
        return named(files.stream()
                .map(file -> ExportName.of(file.file()))
                .filter(name -> name.playlistId().filter(playlistId::equals).isPresent())
                .map(ExportName::playlist)
                .collect(java.util.stream.Collectors.toUnmodifiableSet()));
    }

    /// Spotify's id of a playlist, if an exporter has put it into the name of its files, and only one.
    public Optional<String> playlistId(CsvPlaylist playlist) {
        List<String> ids = files.stream()
                .map(file -> ExportName.of(file.file()))
                .filter(name -> name.playlist().equals(playlist.name()))
                .flatMap(name -> name.playlistId().stream())
                .distinct()
                .toList();
        return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }

    /// All exports of a playlist, oldest first: what its history is made of. The last one is how it is now.
    ///
    /// @param playlist its name, as [#playlistNames()] or its source has it; the liked songs are `Liked Songs`
    public List<CsvSnapshot> snapshots(String playlist) {
        List<CsvSnapshot> exact = snapshots.of(playlist);
        if (!exact.isEmpty()) {
            return exact;
        }
        List<CsvPlaylist> called = playlists(playlist);
        return called.size() == 1 ? snapshots.of(called.getFirst().name()) : List.of();
    }

    /// The names of all playlists, in order; the liked songs are `Liked Songs`.
    public Set<String> playlistNames() {
        return snapshots.names();
    }

    /// What `file` was when this library was read, to go on with if it can no longer be read.
    Optional<ReadFile> asItWas(String file) {
        return lastGood.of(file);
    }

    /// The files that were read: `file` itself, or those in it if it is a zip; all of them for empty text.
    List<String> filesIn(String file) {
        return lastGood.filesIn(file);
    }

    private List<CsvPlaylist> named(Set<String> names) {
        return playlists.stream()
                .filter(playlist -> names.contains(playlist.name()))
                .toList();
    }

    /// What became of each file: the liked songs first, then by name.
    public List<CsvFile> files() {
        return files;
    }
}
