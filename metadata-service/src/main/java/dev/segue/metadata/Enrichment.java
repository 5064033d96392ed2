package dev.segue.metadata;

import dev.segue.library.Hint;
import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.FetchRequested.Reason;
import dev.segue.library.fact.Lookup;
import dev.segue.library.fact.Provenance;
import dev.segue.library.fact.Provenance.Origin;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackFetched;
import dev.segue.library.fact.TrackRejected;
import dev.segue.library.fact.TrackRejected.Stage;
import dev.segue.metadata.MetadataConfig.LookupMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What follows from a track being detected, or fetched. Plain decisions: facts in, facts out. Thread-safe.
///
/// Deciding twice about the same fact gives the same facts again, so a record that is delivered twice does no harm.
@ApplicationScoped
public class Enrichment {

    private final TrackIndex index;
    private final BackupWatch backup;
    private final RefreshAllowance refreshes;
    private final LookupMode mode;

    public Enrichment(TrackIndex index, BackupWatch backup, RefreshAllowance refreshes, MetadataConfig config) {
        this.index = index;
        this.backup = backup;
        this.refreshes = refreshes;
        this.mode = config.lookup();
    }

    /// Describes a detected track at once if anybody knows it; else asks for it, and passes it on as the hint has it
    /// when no answer can be expected now. One that nobody knows, as the API has said lately, is not asked for.
    public List<Fact> on(TrackDetected detected, Instant now) {
        TrackId id = detected.id();
        Resolution resolution = resolve(id, now);
        Lookups.count(resolution);
        return switch (resolution) {
            case Resolution.Hit hit -> List.of(enriched(hit, hit.description(), detected, now));
            case Resolution.Fetched known -> List.of(enriched(known, known.description(), detected, now));
            case Resolution.Stale stale -> {
                var facts = new ArrayList<Fact>();
                facts.add(enriched(stale, stale.description(), detected, now));
                if (mayAsk(id) && !isKnownToNobody(id, now) && refreshes.take(id, now)) {
                    facts.add(request(detected, Reason.STALE, now));
                }
                yield facts;
            }
            case Resolution.Miss _ -> onMiss(detected, now);
        };
    }

    /// A track that is not known may stand in a file that is new: whoever detected it may have seen that file first.
    private Resolution resolve(TrackId id, Instant now) {
        Resolution known = index.resolve(id, now);
        if (!(known instanceof Resolution.Miss)) {
            return known;
        }
        backup.lookAgain();
        return index.resolve(id, now);
    }

    private List<Fact> onMiss(TrackDetected detected, Instant now) {
        TrackId id = detected.id();
        boolean unknown = isKnownToNobody(id, now);
        if (unknown && detected.hint().title().isEmpty()) {
            return List.of(notFound(id, now));
        }
        var facts = new ArrayList<Fact>();
        boolean asked = mayAsk(id) && !unknown;
        if (asked) {
            facts.add(request(detected, Reason.MISSING, now));
        }
        if (!asked || !index.available(id.source(), now)) {
            facts.add(partial(id, detected.hint(), place(detected.playlist(), detected.position()), now));
        }
        return facts;
    }

    /// Whether the API has said so, and not too long ago to be believed.
    private boolean isKnownToNobody(TrackId id, Instant now) {
        return index.answer(id)
                .filter(answer -> answer.track().isEmpty() && answer.stands(now))
                .isPresent();
    }

    /// Describes a track again now that the API has answered. The answer is known to the index already.
    ///
    /// A refresh that changes nothing causes no fact. A track that nobody knows goes on as its hint has it; one
    /// without a title is rejected.
    public List<Fact> on(TrackFetched answer, Instant now) {
        List<Placement> place = place(answer.playlist(), answer.position());
        Optional<Description> before = index.exports().find(answer.id()).map(Description::of);
        if (answer.track().isEmpty()) {
            return before.isPresent() ? List.of() : List.of(unknown(answer, place, now));
        }
        Resolution resolution = index.resolve(answer.id(), now);
        return switch (resolution) {
            case Resolution.Hit(Description after)
            when before.filter(after::saysTheSameAs).isPresent() -> List.of();
            case Resolution.Hit(Description after) -> List.of(enriched(Lookup.STALE, after, place, now));
            case Resolution.Stale stale -> List.of(enriched(Lookup.STALE, stale.description(), place, now));
            case Resolution.Fetched(Description after) -> List.of(enriched(Lookup.MISS, after, place, now));
            case Resolution.Miss _ -> List.of();
        };
    }

    /// Describes a track that has come, gone or moved in a playlist; nothing follows if nobody knows it yet.
    public List<Fact> onMoved(TrackId id, Instant now) {
        Resolution resolution = index.resolve(id, now);
        return switch (resolution) {
            case Resolution.Hit(Description known) -> List.of(enriched(resolution.lookup(), known, List.of(), now));
            case Resolution.Stale stale -> List.of(enriched(Lookup.STALE, stale.description(), List.of(), now));
            case Resolution.Fetched(Description known) -> List.of(enriched(Lookup.MISS, known, List.of(), now));
            case Resolution.Miss _ -> List.of();
        };
    }

    /// Passes on a track for which the API was asked, and which it cannot answer for some time.
    public Fact onDelayed(FetchRequested request, Instant now) {
        List<Placement> place = place(request.playlist(), request.position());
        return index.describe(request.id())
                .map(known -> enriched(Lookup.MISS, known, place, now))
                .orElseGet(() -> partial(request.id(), request.hint(), place, now));
    }

    private Fact unknown(TrackFetched answer, List<Placement> place, Instant now) {
        return answer.hint().title().isPresent()
                ? partial(answer.id(), answer.hint(), place, now)
                : notFound(answer.id(), now);
    }

    private static TrackRejected notFound(TrackId id, Instant now) {
        return new TrackRejected(
                id, Stage.METADATA, TrackRejected.Reason.NOT_FOUND, "neither the backup nor the API knows " + id, now);
    }

    private boolean mayAsk(TrackId id) {
        return mode != LookupMode.CSV_ONLY && id.source() != TrackId.Source.LOCAL;
    }

    private static FetchRequested request(TrackDetected detected, Reason reason, Instant now) {
        return new FetchRequested(
                detected.id(), reason, detected.hint(), detected.playlist(), detected.position(), now);
    }

    private TrackEnriched enriched(
            Resolution resolution, Description description, TrackDetected detected, Instant now) {
        return enriched(resolution.lookup(), description, place(detected.playlist(), detected.position()), now);
    }

    private TrackEnriched enriched(Lookup lookup, Description known, List<Placement> seen, Instant now) {
        Track track = known.track();
        List<Placement> places = known.placements().isEmpty() ? index.places(track.id(), seen) : known.placements();
        return new TrackEnriched(
                track, lookup, known.provenance(), true, known.liked(), places, index.duplicateOf(track), now);
    }

    private TrackEnriched partial(TrackId id, Hint hint, List<Placement> seen, Instant now) {
        return new TrackEnriched(
                hint.describe(id),
                Lookup.MISS,
                Provenance.all(Origin.HINT),
                false,
                index.liked(id),
                index.places(id, seen),
                Optional.empty(),
                now);
    }

    private static List<Placement> place(Optional<String> playlist, Optional<Integer> position) {
        return playlist.flatMap(name -> position.map(at -> new Placement(name, at))).stream()
                .toList();
    }
}
