package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.TrackId;
import dev.segue.sync.Catalogue;
import dev.segue.sync.CatalogueEntry;
import dev.segue.sync.CataloguePlan;
import dev.segue.sync.CatalogueSummary;
import dev.segue.sync.Field;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The catalogue in a Notion database. Thread-safe.
///
/// It never writes a property that is not Segue's, and deletes nothing. A page in the trash is not seen, so its track
/// is written anew.
final class NotionCatalogue implements Catalogue {

    private final NotionApi api;
    private final Tables tables;
    private final Doubt doubt;
    private final PageWriter writer;
    private final Recent recent;

    /// The pages of the tracks that were asked for last.
    private final Map<TrackId, String> pages = new HashMap<>();

    NotionCatalogue(NotionApi api, Tables tables, Doubt doubt, java.time.InstantSource clock) {
        this.api = api;
        this.tables = tables;
        this.doubt = doubt;
        this.writer = new PageWriter(api, tables, doubt, new Playlists(api, doubt));
        this.recent = new Recent(clock, doubt.settling());
    }

    /// @throws dev.segue.sync.CatalogueUnavailable with the reason, if it cannot be used
    void check() {
        var _ = tables.schema();
    }

    @Override
    public synchronized Map<TrackId, CatalogueEntry> find(Collection<TrackId> ids) {
        pages.clear();
        Map<TrackId, Recent.Row> fresh = recent.of(ids);
        ids.stream().filter(id -> !fresh.containsKey(id)).forEach(id -> doubt.check(id.toString()));
        var entries = new HashMap<TrackId, CatalogueEntry>();
        Schema schema = tables.schema();
        for (JsonNode page : tables.asking(() -> PageQuery.find(api, tables.schema(), ids))) {
            Rows.id(page, schema)
                    .filter(id -> ids.contains(id) && !entries.containsKey(id))
                    .ifPresent(id -> {
                        pages.put(id, page.path("id").asText());
                        entries.put(id, Rows.read(id, page, schema));
                    });
        }
        fresh.forEach((id, row) -> {
            pages.put(id, row.page());
            entries.put(id, row.entry());
        });
        return entries;
    }

    @Override
    public synchronized Map<TrackId, String> apply(List<CataloguePlan> plans, Instant at) {
        var refused = new HashMap<TrackId, String>();
        for (CataloguePlan plan : plans) {
            switch (plan) {
                case CataloguePlan.Create create -> written(create.entry(), writer.create(create.entry()), refused);
                case CataloguePlan.Update update -> {
                    String page = pages.get(update.entry().id());
                    if (page != null) {
                        written(update.entry(), writer.update(page, update), refused);
                    }
                }
                case CataloguePlan.Keep _ -> {}
            }
        }
        return refused;
    }

    private void written(CatalogueEntry entry, PageWriter.Outcome outcome, Map<TrackId, String> refused) {
        switch (outcome) {
            case PageWriter.Outcome.Written done -> {
                pages.put(entry.id(), done.page());
                recent.keep(done.page(), Rows.shown(entry, tables.schema()));
            }
            case PageWriter.Outcome.NotTaken no -> refused.put(entry.id(), no.why());
        }
    }

    @Override
    public CatalogueEntry shown(CatalogueEntry entry) {
        return Rows.shown(entry, tables.schema());
    }

    @Override
    public synchronized String page(TrackId id) {
        return pages.getOrDefault(id, id.toString());
    }

    /// Counted page by page: a call for each hundred tracks.
    @Override
    public CatalogueSummary summary() {
        Schema schema = tables.schema();
        long[] counts = new long[4];
        PageQuery.each(api, schema.dataSource(), NotionApi.JSON.createObjectNode(), page -> {
            Rows.id(page, schema).ifPresent(id -> {
                CatalogueEntry entry = Rows.read(id, page, schema);
                counts[0]++;
                counts[1] += entry.value(Field.COMPLETE).equals(java.util.Optional.of(1L)) ? 1 : 0;
                counts[2] += entry.value(Field.DUPLICATE_OF).isPresent() ? 1 : 0;
            });
        });
        schema.playlists()
                .ifPresent(source -> PageQuery.each(api, source, NotionApi.JSON.createObjectNode(), _ -> counts[3]++));
        return new CatalogueSummary(
                "notion",
                "https://www.notion.so/" + schema.dataSource().replace("-", ""),
                counts[0],
                counts[3],
                counts[1],
                counts[0] - counts[1],
                counts[2]);
    }

    @Override
    public void close() {
        api.close();
    }
}
