/// sync-service: writes the library down where its owner looks at it.
///
/// ```
/// track-enriched ──▶ Sync ──▶ CataloguePlan: Create · Update · Keep ──▶ Catalogue ──▶ track-synced
///                                                                                └──▶ track-rejected
/// ```
///
/// [dev.segue.sync.Sync] takes up to a hundred facts, asks the [dev.segue.sync.Catalogue] for their rows in one query,
/// plans each with [dev.segue.sync.CataloguePlan] and has the differences written in one transaction. What a row holds
/// is listed in [dev.segue.sync.Field]. Doing it twice is doing it once: the second plan is `Keep`.
///
/// [dev.segue.sync.Remediations] hold the whole catalogue against what is known: `Comparison` reads and reports,
/// `Mending` puts right what was reported.
///
/// Outside things: `sql` keeps the catalogue in a database and `notion` in Notion, `kafka` reads and writes facts,
/// `rest` answers questions; `metadata` says what is known, and `reports` keeps what a remediation has found.
@NullMarked
package dev.segue.sync;

import org.jspecify.annotations.NullMarked;
