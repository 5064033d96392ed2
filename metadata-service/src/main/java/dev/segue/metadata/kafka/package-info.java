/// Facts in and out. [dev.segue.metadata.kafka.EnrichTracks] hears of tracks, and of the API's answers; what happened
/// before the start is replayed by [dev.segue.metadata.kafka.ReplayTopics].
@NullMarked
package dev.segue.metadata.kafka;

import org.jspecify.annotations.NullMarked;
