/// What people and other services may ask: tracks, look-ups in a batch, and what became of the backup's files.
@NullMarked
package dev.segue.metadata.rest;

import org.jspecify.annotations.NullMarked;
