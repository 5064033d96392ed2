/// Detections that nobody has to ask for: by the clock, for each source as its setting says.
@NullMarked
package dev.segue.detection.schedule;

import org.jspecify.annotations.NullMarked;
