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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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

    /// Takes the answers to facts, in their order.
    @FunctionalInterface
    public interface Answered {

        /// Takes one.
        ///
        /// @param at the place of the fact among those that came together
        void accept(int at, Fact answer);
    }

    /// Brings the catalogue in step with `facts`, as if they had come one after another.
    ///
    /// @return one answer for each, in their order: a [TrackSynced] or a [TrackRejected]
    /// @throws CatalogueUnavailable if not all could be done now
    public List<Fact> on(List<TrackEnriched> facts) {
        var answers = new ArrayList<Fact>();
        on(facts, (_, answer) -> answers.add(answer)).values().stream()
                .findFirst()
                .ifPresent(doubt -> {
                    throw doubt;
                });
        return answers;
    }

    /// The same, telling each answer as soon as it is known.
    ///
    /// @return the tracks whose facts were left alone and have to come again: whether they are there is in doubt
    /// @throws CatalogueUnavailable if the rest, which was not answered, cannot be done now
    public Map<TrackId, CatalogueUnavailable> on(List<TrackEnriched> facts, Answered answered) {
        synchronized (catalogue) { // a remediation may write beside it
            return inStep(facts, answered);
        }
    }

    private Map<TrackId, CatalogueUnavailable> inStep(List<TrackEnriched> facts, Answered answered) {
        Instant now = clock.instant();
        List<TrackId> ids =
                facts.stream().map(fact -> fact.track().id()).distinct().toList();
        var rows = new HashMap<>(catalogue.find(ids));
        Map<TrackId, CatalogueUnavailable> doubts = doubts(ids, rows);
        int[] sure = IntStream.range(0, facts.size())
                .filter(at -> !doubts.containsKey(facts.get(at).track().id()))
                .toArray();
        var outcomes =
                Arrays.stream(sure).mapToObj(at -> planned(facts.get(at), rows)).toList();
        int most = catalogue.writtenAtOnce();
        for (int from = 0; from < outcomes.size(); from += most) {
            List<Outcome> some = outcomes.subList(from, Math.min(from + most, outcomes.size()));
            List<CataloguePlan> plans =
                    some.stream().flatMap(outcome -> outcome.plan().stream()).toList();
            Map<TrackId, String> refused = catalogue.apply(plans, now);
            for (int at = 0; at < some.size(); at++) {
                Fact answer = answer(some.get(at), refused, now);
                SyncedTracks.count(answer);
                answered.accept(sure[from + at], answer);
            }
        }
        return doubts;
    }

    private Map<TrackId, CatalogueUnavailable> doubts(List<TrackId> ids, Map<TrackId, CatalogueEntry> rows) {
        var doubts = new HashMap<TrackId, CatalogueUnavailable>();
        ids.stream()
                .filter(id -> !rows.containsKey(id))
                .forEach(id -> catalogue.doubt(id).ifPresent(doubt -> doubts.put(id, doubt)));
        return doubts;
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
