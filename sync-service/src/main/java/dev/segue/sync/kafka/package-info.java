/// Facts in, facts out.
///
/// [dev.segue.sync.kafka.SyncTracks] takes `track-enriched` in batches and writes what [dev.segue.sync.Sync] answers.
/// [dev.segue.library.fact.FactBatch] sees to it that every record of a batch ends well: it is acknowledged when the
/// broker has all answers, and a record that nobody can handle goes to the dead letters, alone.
/// [dev.segue.sync.kafka.FactWriting] opens the one writer.
@NullMarked
package dev.segue.sync.kafka;

import org.jspecify.annotations.NullMarked;
