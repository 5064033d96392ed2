/// What became of the library over time, asked of metadata-service or worked out from a backup, and shown in a
/// terminal.
@NullMarked
package dev.segue.local.history;

import org.jspecify.annotations.NullMarked;
