/// Facts out; requests for tracks in; and this service's own memory back in: what the API answered and how it stands,
/// and the runs that an earlier life did not finish.
@NullMarked
package dev.segue.detection.kafka;

import org.jspecify.annotations.NullMarked;
