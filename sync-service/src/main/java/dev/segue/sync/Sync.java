package dev.segue.sync;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackRejected;
import dev.segue.library.fact.TrackSynced;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// THE CORE: what a batch of facts means for the catalogue, and what is said about it. Used by one thread at a time.
public final class Sync {

    private final Catalogue catalogue;
    private final SyncRules rules;
    private final InstantSource clock;

    public Sync(Catalogue catalogue, SyncRules rules, InstantSource clock) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.clock = clock;
        SyncedTracks.expect();
    }

    /// How many facts are best brought together, if so many wait.
    public int together() {
        return catalogue.together();
    }

    /// How long fewer wait for more.
    public Duration gathering() {
        return catalogue.gathering();
    }

    /// Brings the catalogue in step with `facts`, as if they had come one after another.
    ///
    /// @return one answer for each, in their order: a [TrackSynced] or a [TrackRejected]
    /// @throws CatalogueUnavailable if nothing could be done now
    public List<Fact> on(List<TrackEnriched> facts) {
        var answers = new ArrayList<Fact>();
        on(facts, answers::add);
        return answers;
    }

    /// The same, telling each answer as soon as it is known.
    ///
    /// @param answered takes the answers in the order of `facts`
    /// @throws CatalogueUnavailable if the rest, which was not answered, cannot be done now
    public void on(List<TrackEnriched> facts, Consumer<Fact> answered) {
        synchronized (catalogue) { // a remediation may write beside it
            inStep(facts, answered);
        }
    }

    private void inStep(List<TrackEnriched> facts, Consumer<Fact> answered) {
        Instant now = clock.instant();
        List<TrackId> ids =
                facts.stream().map(fact -> fact.track().id()).distinct().toList();
        var rows = new HashMap<>(catalogue.find(ids));
        var outcomes = facts.stream().map(fact -> planned(fact, rows)).toList();
        int most = catalogue.writtenAtOnce();
        for (int from = 0; from < outcomes.size(); from += most) {
            List<Outcome> some = outcomes.subList(from, Math.min(from + most, outcomes.size()));
            List<CataloguePlan> plans =
                    some.stream().flatMap(outcome -> outcome.plan().stream()).toList();
            Map<TrackId, String> refused = catalogue.apply(plans, now);
            for (Outcome outcome : some) {
                Fact answer = answer(outcome, refused, now);
                SyncedTracks.count(answer);
                answered.accept(answer);
            }
        }
    }

    /// What is to become of a fact.
    private sealed interface Outcome {
        record Planned(TrackEnriched fact, CataloguePlan what, TrackSynced.Outcome outcome) implements Outcome {}

        record Flawed(TrackEnriched fact, String why) implements Outcome {}

        default Optional<CataloguePlan> plan() {
            return this instanceof Planned planned ? Optional.of(planned.what()) : Optional.empty();
        }
    }

    private Outcome planned(TrackEnriched fact, Map<TrackId, CatalogueEntry> rows) {
        CatalogueEntry said = CatalogueEntry.of(fact, rules.duplicates());
        Optional<String> flaw = Storable.flaw(said);
        if (flaw.isPresent()) {
            return new Outcome.Flawed(fact, flaw.get());
        }
        Optional<CatalogueEntry> row = Optional.ofNullable(rows.get(fact.track().id()));
        CataloguePlan plan = CataloguePlan.of(row, said, rules, catalogue::shown);
        return new Outcome.Planned(fact, plan, outcome(plan, rows));
    }

    private Fact answer(Outcome outcome, Map<TrackId, String> refused, Instant at) {
        return switch (outcome) {
            case Outcome.Flawed flawed -> rejected(flawed.fact().track(), flawed.why(), at);
            case Outcome.Planned planned -> {
                Track track = planned.fact().track();
                String why = refused.get(track.id());
                yield why == null
                        ? new TrackSynced(
                                track,
                                catalogue.page(track.id()),
                                planned.outcome(),
                                planned.fact().playlists(),
                                planned.fact().duplicateOf(),
                                at)
                        : rejected(track, why, at);
            }
        };
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
