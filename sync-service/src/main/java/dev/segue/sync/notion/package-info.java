/// The catalogue in a Notion database; `docs/catalogue.md` describes its properties.
///
/// [dev.segue.sync.notion.NotionCatalogue] is the way in. It speaks through [dev.segue.sync.notion.NotionApi] (one
/// call,
/// one [dev.segue.sync.notion.Reply], at the pace that Notion allows), finds pages with a
/// [dev.segue.sync.notion.PageQuery], and knows from [dev.segue.sync.notion.Schema] which property holds what.
/// [dev.segue.sync.notion.Rows] turns entries into properties and back, one [dev.segue.sync.notion.Cell] each.
/// [dev.segue.sync.notion.Playlists] are the pages to which tracks are related, [dev.segue.sync.notion.Doubt] is about
/// creates whose answer was lost, [dev.segue.sync.notion.Memory] is what outlives a restart.
@NullMarked
package dev.segue.sync.notion;

import org.jspecify.annotations.NullMarked;
