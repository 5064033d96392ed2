/// What became of a playlist over time: the person's exports, and what the API showed, one after the other.
///
/// A [dev.segue.library.history.Timeline] is a playlist's [dev.segue.library.history.Snapshot]s in order of time, from
/// which [dev.segue.library.history.Choice] picks two; [dev.segue.library.history.Changes] says what happened between
/// them, [dev.segue.library.history.Trends] what all of them show. The rules, with examples, are in `docs/history.md`.
///
/// Inside, `Alignment` finds out which entry of one list is which of another, and `Fields` compares two descriptions of
/// one track.
@NullMarked
package dev.segue.library.history;

import org.jspecify.annotations.NullMarked;
