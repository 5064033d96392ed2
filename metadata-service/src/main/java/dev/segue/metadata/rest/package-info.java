/// What people and other services may ask: tracks, look-ups in a batch, what became of the backup's files and of the
/// playlists, and the library as files again.
@NullMarked
package dev.segue.metadata.rest;

import org.jspecify.annotations.NullMarked;
