/// Describes tracks: the person's CSV backups first, the API only for what they lack.
///
/// ```
/// track-detected ─▶ Enrichment ─▶ track-enriched
///                       ├───────▶ fetch-requested    only on a miss or a stale entry
/// track-fetched ─▶ TrackIndex
/// ```
///
/// [dev.segue.metadata.Enrichment] decides. It asks [dev.segue.metadata.TrackIndex], which holds the CSV library and
/// all
/// that was ever fetched, and gets a [dev.segue.metadata.Resolution]: hit, stale or miss. There is no HTTP client here:
/// this service cannot call a music API.
///
/// [dev.segue.metadata.PlaylistHistory] knows all snapshots of playlists: exports, and what
/// [dev.segue.metadata.Observations] remembers of the API. [dev.segue.metadata.Exports] says what is written out again.
@NullMarked
package dev.segue.metadata;

import org.jspecify.annotations.NullMarked;
