package dev.segue.testkit.notion;

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
import java.util.function.UnaryOperator;
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
        var home = new Page(HOME, "", false, Map.of("title", RichText.of("Music")), Look.NONE, false, true, now, now);
        pages.put(HOME, new Stored(home, Optional.of(home), now)); // it has been there for long
    }

    /// A page, and how queries still see it.
    private record Stored(Page page, Optional<Page> before, Instant writtenAt) {}

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
                .filter(page -> isShared(page.id()))
                .orElseThrow(() -> Problem.notFound("page", id));
    }

    boolean hasPage(String id) {
        return pages.containsKey(id) && isShared(id);
    }

    /// @throws Problem if it is not there or not shared
    DataSource source(String id) {
        return Optional.ofNullable(sources.get(dashed(id, "data_source")))
                .filter(source -> isShared(source.database()))
                .orElseThrow(() -> Problem.notFound("data_source", id));
    }

    /// @throws Problem if it is not there or not shared
    Database database(String id) {
        return Optional.ofNullable(databases.get(dashed(id, "database")))
                .filter(database -> isShared(database.id()))
                .orElseThrow(() -> Problem.notFound("database", id));
    }

    List<DataSource> sourcesOf(String database) {
        return sources.values().stream()
                .filter(source -> source.database().equals(database) && !source.trashed())
                .toList();
    }

    Stream<DataSource> sources() {
        return sources.values().stream().filter(source -> isShared(source.database()));
    }

    /// All pages, those in the trash, too.
    Stream<Page> pages() {
        return pages.values().stream().map(Stored::page).filter(page -> isShared(page.id()));
    }

    /// The rows of a data source as they are.
    List<Page> rows(String source) {
        return rows.getOrDefault(source, List.of()).stream()
                .map(pages::get)
                .flatMap(Stream::ofNullable)
                .map(Stored::page)
                .toList();
    }

    /// `changed` takes the place of each row of `source` as if it had always been so: for queries that lag, too.
    void rewrite(String source, UnaryOperator<Page> changed) {
        rows.getOrDefault(source, List.of())
                .forEach(id -> pages.computeIfPresent(
                        id,
                        (_, old) -> new Stored(
                                changed.apply(old.page()), old.before().map(changed), old.writtenAt())));
    }

    /// Whether `source` and its database are out of the trash.
    boolean isThere(DataSource source) {
        return !source.trashed()
                && !Optional.ofNullable(databases.get(source.database()))
                        .map(Database::trashed)
                        .orElse(true);
    }

    /// All pages as a search sees them: some seconds late, if so scripted.
    Stream<Page> seenPages() {
        Instant now = now();
        return pages.values().stream()
                .flatMap(stored -> seen(stored, now).stream())
                .filter(page -> isShared(page.id()));
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

    /// Whether neither it nor what it is in was taken from the integration.
    private boolean isShared(String id) {
        String at = id;
        while (!at.isEmpty() && !unshared.contains(at)) {
            at = holder(at);
        }
        return at.isEmpty();
    }

    private String holder(String id) {
        Database database = databases.get(id);
        if (database != null) {
            return database.parent();
        }
        Stored page = pages.get(id);
        String parent = page == null ? "" : page.page().parent();
        DataSource source = sources.get(parent);
        return source == null ? parent : source.database();
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
