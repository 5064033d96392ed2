/// The backup directory on the disk.
@NullMarked
package dev.segue.detection.csv;

import org.jspecify.annotations.NullMarked;
