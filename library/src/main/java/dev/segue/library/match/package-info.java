/// Whether two tracks are one recording, and why.
///
/// Start at [dev.segue.library.match.Matching], which judges two [dev.segue.library.match.Recording]s; its
/// [dev.segue.library.match.Verdict] names the [dev.segue.library.match.Rule]. A title is read into a name, the artists
/// it mentions and the version it speaks of ([dev.segue.library.match.Title]); whole libraries are searched with
/// [dev.segue.library.match.MatchIndex]. The rules, each with examples, are in `docs/matching.md`.
///
/// Plain and pure: no clock, no files, nothing shared that changes.
@NullMarked
package dev.segue.library.match;

import org.jspecify.annotations.NullMarked;
