/// What every service means by a track.
///
/// Start at [dev.segue.library.Track] and its name, [dev.segue.library.TrackId]. What services tell each other about
/// tracks is in `fact`; the person's own backups, read into memory, are in `csv`; what became of
/// a playlist from one export to the next is in `history`, and playlists as files again are in `export`.
///
/// Nothing here knows a framework: plain Java, Jackson annotations, Apache Commons CSV and the Kafka client.
@NullMarked
package dev.segue.library;

import org.jspecify.annotations.NullMarked;
