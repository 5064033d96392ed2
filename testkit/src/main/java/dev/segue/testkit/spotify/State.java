package dev.segue.testkit.spotify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Everything held, for `GET /__control/state`. Immutable.
///
/// @param tracks       how many tracks are known, in a list or not
/// @param liked        the newest first
/// @param blockedUntil absent unless calls are refused now
/// @param loginsEnd    when the refresh tokens that are good now come to their end
record State(
        String mode,
        OptionalInt perThirtySeconds,
        OptionalInt perDay,
        Optional<Instant> blockedUntil,
        List<Instant> loginsEnd,
        int tracks,
        List<Line> liked,
        List<ListedPlaylist> playlists) {

    /// One line of a list.
    ///
    /// @param uri absent where `null` stands
    record Line(Optional<String> uri, Optional<Instant> addedAt) {

        static Line of(Entry entry) {
            return new Line(
                    switch (entry.item()) {
                        case Entry.Item.Song(String id) -> Optional.of("spotify:track:" + id);
                        case Entry.Item.LocalFile file -> Optional.of(file.uri());
                        case Entry.Item.Episode(String id) -> Optional.of("spotify:episode:" + id);
                        case Entry.Item.Removed() -> Optional.empty();
                    },
                    entry.addedAt());
        }
    }

    /// A playlist.
    record ListedPlaylist(
            String id,
            String name,
            String owner,
            boolean open,
            boolean collaborative,
            String snapshotId,
            List<Line> entries) {

        static ListedPlaylist of(Playlist playlist) {
            return new ListedPlaylist(
                    playlist.id(),
                    playlist.name(),
                    playlist.owner(),
                    playlist.open(),
                    playlist.collaborative(),
                    playlist.snapshotId(),
                    playlist.entries().stream().map(Line::of).toList());
        }
    }

    static State of(Holdings holdings, Mode mode, Optional<Limits.Block> block, List<Instant> loginsEnd) {
        return new State(
                mode.development() ? "development" : "extended",
                mode.perThirtySeconds(),
                mode.perDay(),
                block.map(Limits.Block::until),
                loginsEnd,
                holdings.tracks().size(),
                holdings.liked().stream().map(Line::of).toList(),
                holdings.playlists().stream().map(ListedPlaylist::of).toList());
    }
}
