/// Playlists as CSV files again: what the system knows, in the form of exportify.net, for other tools and for Segue
/// itself.
///
/// [dev.segue.library.export.PlaylistCsv] writes, [dev.segue.library.export.ExportName] says how the file is called.
/// What stands in a cell so that a spreadsheet does not run it, and how the CSV library takes it back, is in
/// [dev.segue.library.export.CellText]. `docs/history.md` has the form for people.
@NullMarked
package dev.segue.library.export;

import org.jspecify.annotations.NullMarked;
