package dev.segue.sync;

import dev.segue.library.Placement;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Provenance;
import dev.segue.library.fact.TrackEnriched;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Holds the whole catalogue against what is known, step by step. After a failure the same step is taken again. Writes
/// nothing. For one thread.
final class Comparison {

    static final String PLAYLISTS = "playlists";
    static final int BATCH = 100;

    private final Catalogue catalogue;
    private final Knowledge knowledge;
    private final SyncRules rules;
    private final CatalogueReading reading;
    private final Map<TrackId, String> pages = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private List<CatalogueRow> unread = List.of();
    private List<TrackId> known = List.of();
    private List<TrackId> lacking = List.of();
    private Stage stage = Stage.KNOWN;
    private int rows;

    private enum Stage {
        KNOWN,
        ROWS,
        LACKING,
        DONE
    }

    Comparison(Catalogue catalogue, Knowledge knowledge, SyncRules rules) {
        this.catalogue = catalogue;
        this.knowledge = knowledge;
        this.rules = rules;
        this.reading = catalogue.rows();
    }

    /// Takes a step: one call of each at most.
    ///
    /// @return whether there are more
    /// @throws CatalogueUnavailable if the catalogue cannot be asked now
    /// @throws KnowledgeUnavailable if nobody can be asked now what is known
    boolean step() {
        switch (stage) {
            case KNOWN -> {
                known = knowledge.ids();
                stage = Stage.ROWS;
            }
            case ROWS -> readRows();
            case LACKING -> lookForLacking();
            case DONE -> {}
        }
        return stage != Stage.DONE;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    int pages() {
        return rows;
    }

    int tracks() {
        return known.size();
    }

    private void readRows() {
        if (unread.isEmpty()) {
            unread = reading.next();
        }
        if (unread.isEmpty()) {
            lacking = known.stream().filter(id -> !pages.containsKey(id)).toList();
            stage = Stage.LACKING;
            return;
        }
        List<CatalogueRow> batch = unread.subList(0, Math.min(BATCH, unread.size()));
        Map<TrackId, TrackEnriched> facts = lookUp(
                batch.stream().flatMap(row -> row.id().stream()).distinct().toList());
        batch.forEach(row -> compare(row, facts));
        rows += batch.size();
        unread = unread.subList(batch.size(), unread.size());
    }

    private Map<TrackId, TrackEnriched> lookUp(Collection<TrackId> ids) {
        return ids.isEmpty() ? Map.of() : knowledge.lookUp(ids);
    }

    private void compare(CatalogueRow row, Map<TrackId, TrackEnriched> facts) {
        if (row.entry().isEmpty()) {
            findings.add(Finding.of(Finding.Kind.NO_ID, row, "write its Spotify id into it, or remove it"));
            return;
        }
        CatalogueEntry entry = row.entry().get();
        String older = pages.putIfAbsent(entry.id(), row.page());
        TrackEnriched fact = facts.get(entry.id());
        if (older != null) {
            findings.add(Finding.of(Finding.Kind.SAME_ID, row, "Segue writes " + older + "; remove this one"));
        } else if (fact == null) {
            findings.add(Finding.of(
                    Finding.Kind.UNKNOWN_ID, row, "neither the backup nor an API has told of it; it is left as it is"));
        } else {
            findings.addAll(differences(row, entry, plan(Optional.of(entry), fact)));
        }
    }

    private CataloguePlan plan(Optional<CatalogueEntry> row, TrackEnriched fact) {
        return plan(row, fact, rules, catalogue);
    }

    /// What is to be done so that `row` shows what is known. Of a track that no backup has, nobody knows the playlists.
    static CataloguePlan plan(Optional<CatalogueEntry> row, TrackEnriched fact, SyncRules rules, Catalogue catalogue) {
        boolean exported = fact.provenance().origin() == Provenance.Origin.CSV
                || fact.provenance().exceptions().containsValue(Provenance.Origin.CSV);
        List<Placement> places =
                exported || row.isEmpty() ? fact.playlists() : row.get().playlists();
        var told = new TrackEnriched(
                fact.track(),
                fact.lookup(),
                fact.provenance(),
                fact.complete(),
                fact.liked(),
                places,
                fact.duplicateOf(),
                fact.at());
        return CataloguePlan.of(row, told, rules, catalogue::shown);
    }

    private static List<Finding> differences(CatalogueRow row, CatalogueEntry entry, CataloguePlan plan) {
        var differences = new ArrayList<Finding>();
        if (plan instanceof CataloguePlan.Update update) {
            for (Field field : update.changed()) {
                if (!Wording.alike(field, entry.value(field), update.entry().value(field))) {
                    differences.add(Finding.different(
                            row, entry.id(), field.column(), text(entry, field), text(update.entry(), field)));
                }
            }
            if (update.replaced()) {
                differences.add(Finding.different(row, entry.id(), PLAYLISTS, places(entry), places(update.entry())));
            }
        }
        return differences;
    }

    /// A value for people; nothing is an empty text.
    static String text(CatalogueEntry entry, Field field) {
        return entry.value(field).map(Object::toString).orElse("");
    }

    static String places(CatalogueEntry entry) {
        return entry.playlists().stream()
                .map(place -> place.playlist() + ": " + place.position())
                .collect(Collectors.joining(", "));
    }

    private void lookForLacking() {
        List<TrackId> batch = lacking.subList(0, Math.min(BATCH, lacking.size()));
        Map<TrackId, TrackEnriched> facts = lookUp(batch);
        for (TrackId id : batch) {
            TrackEnriched fact = facts.get(id);
            if (fact != null && plan(Optional.empty(), fact) instanceof CataloguePlan.Create) {
                findings.add(Finding.noPage(id, fact.track().title()));
            }
        }
        lacking = lacking.subList(batch.size(), lacking.size());
        if (lacking.isEmpty()) {
            stage = Stage.DONE;
        }
    }
}
