package dev.segue.testkit.spotify;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Files on the person's disk that stand in playlists.
final class LocalFiles {

    private LocalFiles() {}

    /// One by artist, album, title and seconds, with colons between them.
    static Entry.Item.LocalFile named(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 4 || !parts[3].matches("\\d+")) {
            throw new IllegalArgumentException("a local file is ARTIST:ALBUM:TITLE:SECONDS, not \"" + text + '"');
        }
        String uri = "spotify:local:"
                + Arrays.stream(parts)
                        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                        .collect(Collectors.joining(":"));
        Track unknown = Track.unknown(TrackId.local(uri));
        Track track = new Track(
                unknown.id(),
                Optional.of(parts[2]),
                List.of(parts[0]),
                Optional.of(parts[1]),
                Optional.of(Duration.ofSeconds(Long.parseLong(parts[3]))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Entry.Item.LocalFile(uri, track);
    }
}
