/// The CSV library: the person's own backups as one immutable index in memory.
///
/// [dev.segue.library.csv.Backup] is where the files are; reading it gives a [dev.segue.library.csv.CsvLibrary], which
/// answers look-ups with a [dev.segue.library.csv.CsvEntry] and says of each file what became of it.
@NullMarked
package dev.segue.library.csv;

import org.jspecify.annotations.NullMarked;
