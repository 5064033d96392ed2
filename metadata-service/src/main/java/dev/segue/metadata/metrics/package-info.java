/// What Prometheus sees of the CSV library: [dev.segue.metadata.metrics.LibraryMetrics].
@NullMarked
package dev.segue.metadata.metrics;

import org.jspecify.annotations.NullMarked;
