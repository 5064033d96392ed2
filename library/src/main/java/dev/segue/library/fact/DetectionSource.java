package dev.segue.library.fact;

/// Where a track was seen.
public enum DetectionSource {
    /// among the liked songs
    LIKED,
    /// in a playlist
    PLAYLIST,
    /// playing now
    CURRENT,
    /// among the likes on SoundCloud
    SOUNDCLOUD_LIKES,
    /// named by the person: a URL, a URI or an id
    SINGLE
}
