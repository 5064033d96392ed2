package dev.segue.sync;

import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackEnriched;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts right what was found, and nothing else. Each time the catalogue and what is known are asked anew, so that doing
/// it twice, or after a kill, is doing it once.
///
/// @param batch tracks at a time
record Mending(Catalogue catalogue, Knowledge knowledge, SyncRules rules, InstantSource clock, int batch) {

    /// How the mending of a track ended.
    private record End(Finding.Outcome outcome, Optional<String> why) {

        private static final End FIXED = new End(Finding.Outcome.FIXED, Optional.empty());

        private static End changed(String why) {
            return new End(Finding.Outcome.CHANGED, Optional.of(why));
        }

        /// @param lost what the catalogue cannot show of the track
        private Finding of(Finding finding, Set<String> lost) {
            boolean unwritten = outcome == Finding.Outcome.FIXED
                    && finding.known().filter(text -> !text.isEmpty()).isPresent()
                    && finding.field().filter(lost::contains).isPresent();
            End end = unwritten ? changed("the catalogue has no place for it any more") : this;
            return finding.ended(end.outcome, end.why);
        }
    }

    /// `findings` after some of those that are open have been put right; the same if none was.
    ///
    /// @throws CatalogueUnavailable if the catalogue cannot be used now
    /// @throws KnowledgeUnavailable if nobody can be asked now what is known
    List<Finding> mended(List<Finding> findings) {
        var open = new LinkedHashMap<TrackId, List<Finding>>();
        for (Finding finding : findings) {
            TrackId id = finding.track().orElse(null);
            if (id != null && finding.open() && (open.size() < batch || open.containsKey(id))) {
                open.computeIfAbsent(id, none -> new ArrayList<>()).add(finding);
            }
        }
        if (open.isEmpty()) {
            return findings;
        }
        Map<TrackId, TrackEnriched> facts = knowledge.lookUp(open.keySet());
        Map<TrackId, End> ends = mend(open, facts);
        Map<TrackId, Set<String>> lost = lost(facts.values());
        return findings.stream()
                .map(finding -> finding.open()
                        ? finding.track()
                                .flatMap(id -> Optional.ofNullable(ends.get(id))
                                        .map(end -> end.of(finding, lost.getOrDefault(id, Set.of()))))
                                .orElse(finding)
                        : finding)
                .toList();
    }

    /// What of `facts` the catalogue does not show, by column, however it is written: somebody may have taken a
    /// property away since the report.
    private Map<TrackId, Set<String>> lost(Collection<TrackEnriched> facts) {
        var lost = new HashMap<TrackId, Set<String>>();
        for (TrackEnriched fact : facts) {
            CatalogueEntry said = CatalogueEntry.of(fact, rules.duplicates());
            CatalogueEntry shown = catalogue.shown(said);
            var columns = said.values().keySet().stream()
                    .filter(field -> shown.value(field).isEmpty())
                    .map(Field::column)
                    .collect(Collectors.toCollection(HashSet::new));
            if (!said.playlists().isEmpty() && shown.playlists().isEmpty()) {
                columns.add(Comparison.PLAYLISTS);
            }
            lost.put(fact.track().id(), columns);
        }
        return lost;
    }

    private Map<TrackId, End> mend(Map<TrackId, List<Finding>> reported, Map<TrackId, TrackEnriched> facts) {
        var ends = new HashMap<TrackId, End>();
        synchronized (catalogue) {
            Map<TrackId, CatalogueEntry> rows = found(reported.keySet());
            var plans = new ArrayList<CataloguePlan>();
            reported.forEach((id, findings) -> {
                Optional<TrackEnriched> fact = Optional.ofNullable(facts.get(id));
                ends.put(
                        id,
                        fact.map(known -> plan(Optional.ofNullable(rows.get(id)), known, findings, plans))
                                .orElse(End.changed("nothing is known of it any more")));
            });
            catalogue
                    .apply(plans, clock.instant())
                    .forEach((id, why) -> ends.put(id, new End(Finding.Outcome.REFUSED, Optional.of(why))));
        }
        return ends;
    }

    private Map<TrackId, CatalogueEntry> found(Collection<TrackId> ids) {
        Map<TrackId, CatalogueEntry> rows = catalogue.find(ids);
        ids.stream()
                .filter(id -> !rows.containsKey(id))
                .flatMap(id -> catalogue.doubt(id).stream())
                .findFirst()
                .ifPresent(doubt -> {
                    throw doubt;
                });
        return rows;
    }

    private End plan(
            Optional<CatalogueEntry> row, TrackEnriched fact, List<Finding> findings, List<CataloguePlan> plans) {
        Optional<String> flaw = Storable.flaw(CatalogueEntry.of(fact, rules.duplicates()));
        if (flaw.isPresent()) {
            return new End(Finding.Outcome.REFUSED, flaw);
        }
        boolean lacked = findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.NO_PAGE);
        return switch (Comparison.plan(row, fact, rules, catalogue)) {
            case CataloguePlan.Keep _ -> End.FIXED;
            case CataloguePlan.Create create -> {
                if (lacked) {
                    plans.add(create);
                }
                yield lacked ? End.FIXED : End.changed("its page is gone");
            }
            case CataloguePlan.Update update ->
                lacked ? End.FIXED : restricted(row.orElseThrow(), update, findings, plans);
        };
    }

    /// Only the fields that were reported, and only if they are still to be what was reported.
    private static End restricted(
            CatalogueEntry row, CataloguePlan.Update update, List<Finding> findings, List<CataloguePlan> plans) {
        CatalogueEntry wanted = update.entry();
        Map<String, String> reported = findings.stream()
                .collect(Collectors.toMap(
                        finding -> finding.field().orElse(""),
                        finding -> finding.known().orElse("")));
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (Field field : update.changed()) {
            if (Comparison.text(wanted, field).equals(reported.get(field.column()))) {
                fields.add(field);
            }
        }
        boolean replaced = update.replaced() && Comparison.places(wanted).equals(reported.get(Comparison.PLAYLISTS));
        if (!fields.isEmpty() || replaced) {
            plans.add(new CataloguePlan.Update(row.taking(fields, replaced, wanted), fields, replaced));
        }
        boolean all = reported.keySet().stream()
                .allMatch(name -> name.equals(Comparison.PLAYLISTS)
                        ? replaced || !update.replaced()
                        : isDone(name, fields, update.changed()));
        return all ? End.FIXED : End.changed("what is known has changed since it was reported");
    }

    private static boolean isDone(String column, Set<Field> written, Set<Field> changed) {
        return written.stream().anyMatch(field -> field.column().equals(column))
                || changed.stream().noneMatch(field -> field.column().equals(column));
    }
}
