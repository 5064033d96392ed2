/// Facts in, facts out.
///
/// [dev.segue.processing.kafka.ProcessTracks] takes `track-synced` in batches and writes how each track's way ended.
/// [dev.segue.library.fact.FactBatch] sees to it that every record of a batch ends well: it is acknowledged when
/// the broker has all answers, and a record that nobody can handle goes to the dead letters, alone.
/// [dev.segue.processing.kafka.FactWriting] opens the one writer.
@NullMarked
package dev.segue.processing.kafka;

import org.jspecify.annotations.NullMarked;
