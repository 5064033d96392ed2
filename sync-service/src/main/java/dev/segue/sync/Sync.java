package dev.segue.sync;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackRejected;
import dev.segue.library.fact.TrackSynced;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// THE CORE: what a batch of facts means for the catalogue, and what is said about it. Used by one thread at a time.
public final class Sync {

    private final Catalogue catalogue;
    private final DuplicateRule rule;
    private final Clock clock;

    public Sync(Catalogue catalogue, DuplicateRule rule, Clock clock) {
        this.catalogue = catalogue;
        this.rule = rule;
        this.clock = clock;
    }

    /// Brings the catalogue in step with `facts`, as if they had come one after another.
    ///
    /// @return one answer for each, in their order: a [TrackSynced] or a [TrackRejected]
    /// @throws CatalogueUnavailable if nothing could be done now
    public List<Fact> on(List<TrackEnriched> facts) {
        Instant now = clock.instant();
        List<TrackId> ids =
                facts.stream().map(fact -> fact.track().id()).distinct().toList();
        var rows = new HashMap<>(catalogue.find(ids));
        var plans = new ArrayList<CataloguePlan>();
        var answers = new ArrayList<Fact>();
        for (TrackEnriched fact : facts) {
            Optional<String> flaw = Storable.flaw(CatalogueEntry.of(fact, rule));
            answers.add(flaw.<Fact>map(why -> rejected(fact.track(), why, now)).orElseGet(() -> {
                CataloguePlan plan = CataloguePlan.of(
                        Optional.ofNullable(rows.get(fact.track().id())), fact, rule);
                plans.add(plan);
                return new TrackSynced(fact.track(), fact.key(), outcome(plan, rows), fact.duplicateOf(), now);
            }));
        }
        catalogue.apply(plans, now);
        return answers;
    }

    /// What `plan` comes to; `rows` shows the catalogue as it will be then.
    private static TrackSynced.Outcome outcome(CataloguePlan plan, Map<TrackId, CatalogueEntry> rows) {
        return switch (plan) {
            case CataloguePlan.Create create -> {
                rows.put(create.entry().id(), create.entry());
                yield TrackSynced.Outcome.CREATED;
            }
            case CataloguePlan.Update update -> {
                rows.put(update.entry().id(), update.entry());
                yield TrackSynced.Outcome.UPDATED;
            }
            case CataloguePlan.Keep _ -> TrackSynced.Outcome.UNCHANGED;
        };
    }

    private static TrackRejected rejected(Track track, String why, Instant at) {
        return new TrackRejected(track.id(), TrackRejected.Stage.SYNC, TrackRejected.Reason.NOT_STORABLE, why, at);
    }
}
