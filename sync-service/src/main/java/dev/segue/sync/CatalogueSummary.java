package dev.segue.sync;

/// How much is in the catalogue: the answer of `GET /catalogue`.
///
/// @param kind       `sql` or `notion`
/// @param url        where it is, without any password
/// @param duplicates tracks that are marked as the same recording as another
public record CatalogueSummary(
        String kind, String url, long tracks, long playlists, long complete, long partial, long duplicates) {}
