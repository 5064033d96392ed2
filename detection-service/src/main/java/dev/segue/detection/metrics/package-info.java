/// What Prometheus sees of the APIs and of the logins to them: [dev.segue.detection.metrics.ApiMetrics].
@NullMarked
package dev.segue.detection.metrics;

import org.jspecify.annotations.NullMarked;
