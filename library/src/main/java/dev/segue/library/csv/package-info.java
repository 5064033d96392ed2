/// The CSV library: the person's own backups as one immutable index in memory.
///
/// [dev.segue.library.csv.Backup] is where the files are; reading it gives a [dev.segue.library.csv.CsvLibrary], which
/// answers look-ups with a [dev.segue.library.csv.CsvEntry] and says of each file what became of it.
///
/// Inside, `SourceList`, `DirectoryWalk` and `ZipSources` find the files. Each passes through `Source` (bytes),
/// `Encoding` (characters), `ReplayReader` and `Rows` (rows, by Apache Commons CSV; a broken one costs itself alone),
/// or through `TextBackup` or `JsonLibrary`; then `Header` and `Format` (which cell says what), `RowReading` (what a
/// row is), `Dialect` (what only the whole file tells) and `Gathering`. As soon as it is settled what a row means, all
/// threads read: `Blocks` cuts the text, `BlockRows` reads a block, `RowsReading` puts them together. `ExportName`
/// tells
/// what a path says, `Snapshots` which of several exports of a playlist is the current one; `Merge` makes one entry of
/// all rows of a track.
@NullMarked
package dev.segue.library.csv;

import org.jspecify.annotations.NullMarked;
