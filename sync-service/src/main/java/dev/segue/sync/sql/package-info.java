/// The catalogue in a database that people open with any tool of SQLite or PostgreSQL; `docs/catalogue.md` describes
/// its
/// tables.
///
/// [dev.segue.sync.sql.SqlCatalogue] is the way in. It works through a [dev.segue.sync.sql.Database] (which of the
/// two, and all that differs between them), reads rows with [dev.segue.sync.sql.EntryQuery], writes them with
/// [dev.segue.sync.sql.EntryUpdate] and learns from [dev.segue.sync.sql.Trouble] whether a failure will pass.
///
/// The SQL is what SQLite and PostgreSQL have in common. Migrations are the numbered files under `sql/`; those that
/// were applied are recorded in the table `schema_migrations`.
@NullMarked
package dev.segue.sync.sql;

import org.jspecify.annotations.NullMarked;
