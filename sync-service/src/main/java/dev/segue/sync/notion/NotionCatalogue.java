package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.TrackId;
import dev.segue.sync.Catalogue;
import dev.segue.sync.CatalogueEntry;
import dev.segue.sync.CataloguePlan;
import dev.segue.sync.CatalogueReading;
import dev.segue.sync.CatalogueRow;
import dev.segue.sync.CatalogueSummary;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The catalogue in a Notion database. Thread-safe.
///
/// It never writes a property that is not Segue's, and deletes nothing. A page in the trash is not seen, so its track
/// is written anew.
final class NotionCatalogue implements Catalogue {

    /// Three questions could be asked in it.
    private static final Duration GATHERING = Duration.ofSeconds(1);

    private final NotionApi api;
    private final Tables tables;
    private final Doubt doubt;
    private final PageWriter writer;
    private final Playlists playlists;
    private final Recent recent;

    /// The pages of the tracks that were asked for last.
    private final Map<TrackId, String> pages = new HashMap<>();

    NotionCatalogue(NotionApi api, Tables tables, Doubt doubt, Memory memory, java.time.InstantSource clock) {
        this.api = api;
        this.tables = tables;
        this.doubt = doubt;
        this.playlists = new Playlists(api, doubt, memory, clock);
        this.writer = new PageWriter(api, tables, doubt, playlists);
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
        var entries = new HashMap<TrackId, CatalogueEntry>();
        List<JsonNode> found = tables.asking(() -> PageQuery.find(api, tables.schema(), ids));
        tables.shown(found);
        Schema schema = tables.schema(); // which may be another since the question
        Map<String, String> names = playlistNames(found, schema);
        for (JsonNode page : found) {
            Rows.id(page, schema)
                    .filter(id -> ids.contains(id) && !entries.containsKey(id))
                    .ifPresent(id -> {
                        pages.put(id, page.path("id").asText());
                        entries.put(id, Rows.read(id, page, schema, names));
                    });
        }
        fresh.forEach((id, row) -> {
            pages.put(id, row.page());
            entries.put(id, row.entry());
        });
        return entries;
    }

    @Override
    public synchronized Optional<CatalogueUnavailable> doubt(TrackId id) {
        return doubt.about(id.toString());
    }

    /// By id: the playlists to which some of `rows` are related.
    private Map<String, String> playlistNames(List<JsonNode> rows, Schema schema) {
        List<String> related = schema.hasPlaylists()
                ? rows.stream()
                        .flatMap(page -> Rows.related(page, schema).stream())
                        .distinct()
                        .toList()
                : List.of();
        return related.isEmpty() ? Map.of() : playlists.names(schema.playlists().orElseThrow(), related);
    }

    @Override
    public synchronized Map<TrackId, String> apply(List<CataloguePlan> plans, Instant at) {
        var refused = new HashMap<TrackId, String>();
        for (CataloguePlan plan : plans) {
            switch (plan) {
                case CataloguePlan.Create create -> written(create.entry(), writer.create(create.entry()), refused);
                case CataloguePlan.Update update -> written(update.entry(), changed(update), refused);
                case CataloguePlan.Keep _ -> {}
            }
        }
        return refused;
    }

    /// A page that Notion did not take when it was to be made is not there: what came next about its track makes it.
    private PageWriter.Outcome changed(CataloguePlan.Update update) {
        String page = pages.get(update.entry().id());
        return page == null ? writer.create(update.entry()) : writer.update(page, update);
    }

    private void written(CatalogueEntry entry, PageWriter.Outcome outcome, Map<TrackId, String> refused) {
        switch (outcome) {
            case PageWriter.Outcome.Written done -> {
                pages.put(entry.id(), done.page());
                refused.remove(entry.id());
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

    @Override
    public CatalogueReading rows() {
        boolean _ = tables.changed(); // what somebody has deleted is no difference on each page
        Schema schema = tables.schema();
        var walk =
                new PageWalk(api, schema.dataSource(), schema.column(Column.ID).orElseThrow());
        forgetPlaylists();
        return () -> rows(walk.next(), schema);
    }

    private synchronized void forgetPlaylists() {
        playlists.forget();
    }

    private synchronized List<CatalogueRow> rows(List<JsonNode> found, Schema schema) {
        Map<String, String> names = playlistNames(found, schema);
        return found.stream()
                .map(page -> new CatalogueRow(
                        page.path("id").asText(),
                        Shared.title(page),
                        Rows.id(page, schema).map(id -> Rows.read(id, page, schema, names))))
                .toList();
    }

    @Override
    public String place() {
        return "https://www.notion.so/" + tables.dataSource().replace("-", "");
    }

    /// Each is a call, after which Notion may say "later": what was written until then is told.
    @Override
    public int writtenAtOnce() {
        return 1;
    }

    @Override
    public Duration gathering() {
        return GATHERING;
    }

    /// Counted page by page: a call for each hundred tracks.
    @Override
    public CatalogueSummary summary() {
        int tracks = 0;
        int complete = 0;
        int duplicates = 0;
        CatalogueReading reading = rows();
        for (List<CatalogueRow> rows = reading.next(); !rows.isEmpty(); rows = reading.next()) {
            for (CatalogueRow row : rows) {
                tracks += row.entry().isPresent() ? 1 : 0;
                complete += has(row, Field.COMPLETE, 1L) ? 1 : 0;
                duplicates += row.entry()
                                .flatMap(entry -> entry.value(Field.DUPLICATE_OF))
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        return new CatalogueSummary("notion", place(), tracks, playlists(), complete, tracks - complete, duplicates);
    }

    private static boolean has(CatalogueRow row, Field field, Object value) {
        return row.entry().flatMap(entry -> entry.value(field)).equals(Optional.of(value));
    }

    private int playlists() {
        Optional<PageWalk> walk = tables.schema().playlists().map(source -> new PageWalk(api, source, PageWalk.TITLE));
        int count = 0;
        for (int read = 1; walk.isPresent() && read > 0; count += read) {
            read = walk.get().next().size();
        }
        return count;
    }

    @Override
    public void close() {
        api.close();
    }
}
