package dev.segue.testkit.spotify;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.testkit.standin.CsvExport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The tracks that Spotify knows, and the person's lists. Thread-safe.
final class Holdings {

    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private final Map<String, Set<String>> albums = new HashMap<>();
    private final Map<String, Playlist> playlists = new LinkedHashMap<>();
    private List<Entry> liked = List.of();

    synchronized Optional<Track> track(String id) {
        return Optional.ofNullable(tracks.get(id));
    }

    /// All that are known, whether in a list or not.
    synchronized List<Track> tracks() {
        return List.copyOf(tracks.values());
    }

    /// The tracks of an album.
    synchronized List<Track> album(String id) {
        return albums.getOrDefault(id, Set.of()).stream()
                .flatMap(track -> track(track).stream())
                .filter(track -> Albums.id(track).equals(id))
                .toList();
    }

    /// The newest first.
    synchronized List<Entry> liked() {
        return liked;
    }

    synchronized List<Playlist> playlists() {
        return List.copyOf(playlists.values());
    }

    synchronized Optional<Playlist> playlist(String id) {
        return playlists.values().stream()
                .filter(playlist -> playlist.id().equals(id))
                .findFirst();
    }

    synchronized void setLiked(CsvExport export) {
        learn(export);
        liked = Entry.of(export);
    }

    /// Makes playlist `name` what `export` shows, and `change`s what else there is to it.
    synchronized Playlist setPlaylist(String name, CsvExport export, UnaryOperator<Playlist> change) {
        learn(export);
        Playlist old = playlists.get(name);
        Playlist now = old == null ? firstVersion(name, export) : old.with(Entry.of(export));
        playlists.put(name, change.apply(now));
        return now;
    }

    private static Playlist firstVersion(String name, CsvExport export) {
        Playlist empty = Playlist.named(name);
        return new Playlist(empty.id(), name, empty.owner(), false, false, Entry.of(export), 1);
    }

    private void learn(CsvExport export) {
        export.tracks().stream()
                .filter(track -> track.id().source() == TrackId.Source.SPOTIFY)
                .forEach(this::learn);
    }

    private void learn(Track told) {
        Track track = tracks.merge(Songs.id(told), told, (known, now) -> now.filledFrom(known));
        albums.computeIfAbsent(Albums.id(track), _ -> new LinkedHashSet<>()).add(Songs.id(track));
    }

    /// Changes a list.
    ///
    /// @param playlist name; empty for the liked songs
    /// @throws IllegalArgumentException if there is no such playlist
    synchronized void change(Optional<String> playlist, UnaryOperator<List<Entry>> change) {
        if (playlist.isEmpty()) {
            liked = List.copyOf(change.apply(new ArrayList<>(liked)));
            return;
        }
        Playlist old = playlists.get(playlist.get());
        if (old == null) {
            throw new IllegalArgumentException(
                    "no playlist \"" + playlist.get() + "\"; there are " + playlists.keySet());
        }
        playlists.put(old.name(), old.with(change.apply(new ArrayList<>(old.entries()))));
    }

    /// Makes Spotify know a track no longer.
    synchronized void forget(String id) {
        tracks.remove(id);
    }
}
