/// Judging pairs of tracks from a file: [dev.segue.local.match.PairsFile] reads them,
/// [dev.segue.local.match.MatchReport]
/// says what came of it.
@NullMarked
package dev.segue.local.match;

import org.jspecify.annotations.NullMarked;
