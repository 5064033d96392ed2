package dev.segue.library.history;

import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.csv.CsvPlaylist;
import dev.segue.library.csv.CsvSnapshot;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The playlists of a backup with all their exports. Immutable.
public record BackupHistory(CsvLibrary library) {

    /// What the liked songs are called.
    public static final String LIKED = "Liked Songs";

    /// Which playlist a person means.
    public sealed interface Called {

        /// This one.
        record One(String name) implements Called {}

        /// None.
        record None() implements Called {}

        /// Several that exporters call alike.
        record Several(List<String> names) implements Called {}
    }

    /// The names of all playlists: the liked songs first, then in order.
    public List<String> names() {
        return likedFirst(library.playlistNames());
    }

    /// `names` in order, but the liked songs first.
    public static List<String> likedFirst(Set<String> names) {
        return Stream.concat(Stream.of(LIKED).filter(names::contains), new TreeSet<>(names).stream())
                .distinct()
                .toList();
    }

    /// The playlist that somebody calls `name`: by its export, by its source, or in another case.
    ///
    /// @param names that there are, at least those of the backup
    public Called called(String name, List<String> names) {
        String exact = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (names.contains(exact)) {
            return new Called.One(exact);
        }
        String exported = exportedAs(name);
        if (names.contains(exported)) {
            return new Called.One(exported);
        }
        List<String> alike = Stream.concat(
                        library.playlists(name).stream().map(CsvPlaylist::name),
                        names.stream().filter(exact::equalsIgnoreCase))
                .distinct()
                .toList();
        return switch (alike.size()) {
            case 0 -> new Called.None();
            case 1 -> new Called.One(alike.getFirst());
            default -> new Called.Several(alike);
        };
    }

    /// How the backup calls what its source calls `name`; `name` itself if it does not have it.
    public String exportedAs(String name) {
        return library.snapshots(name).stream()
                .findFirst()
                .map(CsvSnapshot::playlist)
                .orElse(name);
    }

    /// All exports of the playlist of exactly that name; none if there is none.
    public Timeline timeline(String name) {
        return new Timeline(
                name,
                library.snapshots(name).stream()
                        .filter(snapshot -> snapshot.playlist().equals(name))
                        .map(snapshot -> new Snapshot(name, snapshot.exportedAt(), snapshot.file(), snapshot::tracks))
                        .toList());
    }

    /// Entries in the newest export of the playlist of exactly that name.
    public int size(String name) {
        Stream<CsvPlaylist> lists = name.equals(LIKED)
                ? library.liked().stream()
                : library.playlists().stream().filter(list -> list.name().equals(name));
        return lists.mapToInt(list -> list.tracks().size()).sum();
    }
}
