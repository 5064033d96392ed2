/// Keeps the CSV library loaded: reads the backup directory at start, and again when its files have changed.
@NullMarked
package dev.segue.metadata.csv;

import org.jspecify.annotations.NullMarked;
