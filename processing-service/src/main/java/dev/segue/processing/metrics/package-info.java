/// What Prometheus sees of the work on audio: [dev.segue.processing.metrics.JobMetrics].
@NullMarked
package dev.segue.processing.metrics;

import org.jspecify.annotations.NullMarked;
