/// A playlist file for each of the person's playlists, beside the audio.
///
/// [dev.segue.processing.playlist.PlaylistFiles] is the [dev.segue.processing.Playlists]: what is noted about a track
/// is
/// a line in `.segue-playlists.jsonl` in the output folder ([dev.segue.processing.playlist.Places]); what changed is
/// written by [dev.segue.processing.playlist.PlaylistFolder] in the form of
/// [dev.segue.processing.playlist.PlaylistText]. A playlist file says whose it is, so names stay after a restart.
@NullMarked
package dev.segue.processing.playlist;

import org.jspecify.annotations.NullMarked;
