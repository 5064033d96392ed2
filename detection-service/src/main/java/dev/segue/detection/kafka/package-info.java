/// Facts out, and this service's own memory back in: the runs that an earlier life did not finish.
@NullMarked
package dev.segue.detection.kafka;

import org.jspecify.annotations.NullMarked;
