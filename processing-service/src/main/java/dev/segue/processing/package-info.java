/// processing-service: gets the audio of a track that the catalogue shows.
///
/// ```
/// track-synced ──▶ Processing ──▶ Outcome: Imported · NoAudio · Duplicate ──▶ track-processed
///                   │      │               Unusable ────────────────────────▶ track-rejected
///              AudioMatch  FileName
/// ```
///
/// [dev.segue.processing.Processing] decides. Which of the person's own files is the track is
/// [dev.segue.processing.AudioMatch]'s to say, and what it is called in the output folder
/// [dev.segue.processing.FileName]'s. The [dev.segue.processing.Inbox] shows the files, the
/// [dev.segue.processing.Shelf] takes copies and remembers whose they are.
///
/// Outside things: `inbox` has both folders, `kafka` reads and writes facts, `rest` answers questions.
@NullMarked
package dev.segue.processing;

import org.jspecify.annotations.NullMarked;
