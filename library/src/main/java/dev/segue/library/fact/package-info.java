/// What services tell each other: one record, one topic, one channel of the same name.
///
/// [dev.segue.library.fact.Fact] is the closed family. [dev.segue.library.fact.Topic] says where each lives in Kafka
/// and
/// how long it is kept, [dev.segue.library.fact.Wire] how it looks as bytes, [dev.segue.library.fact.Envelope] what
/// travels beside it in headers, and [dev.segue.library.fact.FactWriter] writes it.
///
/// ```
/// track-detected ──▶ track-enriched ──▶ track-synced ──▶ track-processed
///        └─▶ fetch-requested ─▶ track-fetched ─┘
/// ```
@NullMarked
package dev.segue.library.fact;

import org.jspecify.annotations.NullMarked;
