package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/// What the workspace holds. Guarded by the lock of [Notion].
final class Workspace {

    /// The page that is shared with the integration from the start.
    static final String HOME = "5e60e000-0000-4000-8000-000000000001";

    private final Map<String, Database> databases = new LinkedHashMap<>();
    private final Map<String, DataSource> sources = new LinkedHashMap<>();
    private final Map<String, Stored> pages = new LinkedHashMap<>();
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private final HashSet<String> unshared = new HashSet<>();
    private final InstantSource clock;
    final SplittableRandom chance = new SplittableRandom(1);
    Duration queryLag = Duration.ZERO;

    Workspace(InstantSource clock) {
        this.clock = clock;
        Instant now = clock.instant();
        keep(new Page(HOME, "", false, Map.of("title", RichText.of("Music")), Look.NONE, false, true, now, now));
    }

    /// A page, and how queries still see it.
    private record Stored(Page page, Optional<Page> before, Instant writtenAt) {}

    /// @param parent the id of a page
    /// @param about  its description, rich text
    record Database(
            String id,
            String parent,
            JsonNode title,
            JsonNode about,
            Look look,
            boolean trashed,
            Instant created,
            Instant edited) {

        Database atTop(Instant now) {
            return new Database(id, "", title, about, look, trashed, created, now);
        }

        /// Where it is, as answers say it.
        ObjectNode place() {
            return parent.isEmpty()
                    ? Json.object().put("type", "workspace").put("workspace", true)
                    : Json.object().put("type", "page_id").put("page_id", parent);
        }
    }

    Instant now() {
        return clock.instant();
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    void keep(Page page) {
        Optional<Stored> old = Optional.ofNullable(pages.get(page.id()));
        Optional<Page> before = old.flatMap(stored -> seen(stored, now()));
        pages.put(page.id(), new Stored(page, before, now()));
        if (old.isEmpty()) {
            rows.computeIfAbsent(page.parent(), none -> new ArrayList<>()).add(page.id());
        }
    }

    void keep(DataSource source) {
        sources.put(source.id(), source);
    }

    void keep(Database database) {
        databases.put(database.id(), database);
    }

    void share(String id, boolean shared) {
        if (shared) {
            unshared.remove(id);
        } else {
            unshared.add(id);
        }
    }

    /// @throws Problem if it is not there or not shared
    Page page(String id) {
        return Optional.ofNullable(pages.get(dashed(id, "page")))
                .map(Stored::page)
                .filter(this::isShared)
                .orElseThrow(() -> Problem.notFound("page", id));
    }

    /// @throws Problem if it is not there or not shared
    DataSource source(String id) {
        return Optional.ofNullable(sources.get(dashed(id, "data_source")))
                .filter(source -> !unshared.contains(source.database()))
                .orElseThrow(() -> Problem.notFound("data_source", id));
    }

    /// @throws Problem if it is not there or not shared
    Database database(String id) {
        return Optional.ofNullable(databases.get(dashed(id, "database")))
                .filter(database -> !unshared.contains(database.id()))
                .orElseThrow(() -> Problem.notFound("database", id));
    }

    List<DataSource> sourcesOf(String database) {
        return sources.values().stream()
                .filter(source -> source.database().equals(database))
                .toList();
    }

    Stream<DataSource> sources() {
        return sources.values().stream().filter(source -> !unshared.contains(source.database()));
    }

    /// All pages, those in the trash, too.
    Stream<Page> pages() {
        return pages.values().stream().map(Stored::page).filter(this::isShared);
    }

    /// The rows of a data source as queries see them: some seconds late, if so scripted.
    Stream<Page> seenRows(String source) {
        Instant now = now();
        return rows.getOrDefault(source, List.of()).stream()
                .map(pages::get)
                .flatMap(Stream::ofNullable)
                .flatMap(stored -> seen(stored, now).stream());
    }

    private Optional<Page> seen(Stored stored, Instant now) {
        return now.isBefore(stored.writtenAt().plus(queryLag)) ? stored.before() : Optional.of(stored.page());
    }

    private boolean isShared(Page page) {
        String holder = page.row()
                ? Optional.ofNullable(sources.get(page.parent()))
                        .map(DataSource::database)
                        .orElse("")
                : page.id();
        return !unshared.contains(holder);
    }

    /// An id with its dashes.
    ///
    /// @throws Problem if it is none
    static String dashed(String id, String kind) {
        String plain = id.replace("-", "").toLowerCase(java.util.Locale.ROOT);
        if (!plain.matches("[0-9a-f]{32}")) {
            throw Problem.invalid("path failed validation: path." + kind + "_id should be a valid uuid, instead was `\""
                    + id + "\"`.");
        }
        return plain.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
}
