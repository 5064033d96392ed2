package dev.segue.testkit.spotify;

import dev.segue.testkit.standin.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// A playlist as it is at one moment. Immutable.
///
/// @param id      22 base-62 characters that follow from the name
/// @param owner   user id
/// @param version 1 at first, one more at each change of its entries
record Playlist(
        String id, String name, String owner, boolean open, boolean collaborative, List<Entry> entries, int version) {

    Playlist {
        entries = List.copyOf(entries);
    }

    /// A new one without entries.
    static Playlist named(String name) {
        return new Playlist(Ids.of("playlist", name), name, Spotify.USER, false, false, List.of(), 1);
    }

    /// This playlist with other entries: another version if they differ.
    Playlist with(List<Entry> newEntries) {
        int next = newEntries.equals(entries) ? version : version + 1;
        return new Playlist(id, name, owner, open, collaborative, newEntries, next);
    }

    Playlist of(String newOwner, boolean isOpen, boolean isCollaborative) {
        return new Playlist(id, name, newOwner, isOpen, isCollaborative, entries, version);
    }

    /// Changes when the entries change, and looks like the real one: base 64 of a counter and a hash.
    String snapshotId() {
        String text = version + "," + Ids.of("snapshot", id + version);
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
