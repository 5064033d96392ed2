/// The whole system, as it was packaged: real processes, a real broker, real files.
@NullMarked
package dev.segue.local.pipeline;

import org.jspecify.annotations.NullMarked;
