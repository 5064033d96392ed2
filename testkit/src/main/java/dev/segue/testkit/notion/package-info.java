/// Notion, stood in for: one workspace with one integration, API version 2025-09-03 and 2026-03-11.
///
/// [dev.segue.testkit.notion.NotionStandIn] is the running server. Inside, `Notion` is the likeness: it checks token
/// and version, keeps the pace, and holds the lock under which the endpoints (`Pages`, `Databases`, `Queries`,
/// `Searches`) work on the `Workspace`. `Values` says what may be written into a property, `Filters` which pages a
/// query finds.
///
/// What is not stood in for: blocks, comments, views, formulas and roll-ups.
@NullMarked
package dev.segue.testkit.notion;

import org.jspecify.annotations.NullMarked;
