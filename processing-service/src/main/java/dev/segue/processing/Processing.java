package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackSynced;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// THE CORE: leads the audio of a track from state to state, see [Job]. Thread-safe; one track is led by one thread at
/// a time. Leading it twice ends the same, and after a kill it goes on where it was.
public final class Processing {

    private static final int TURNS = 256;

    private final Rules rules;
    private final Finding finding;
    private final Making making;
    private final Download download;
    private final Bench bench;
    private final Shelf shelf;
    private final Eagle eagle;
    private final Playlists playlists;
    private final Waiting waiting;

    /// Tracks on their way, and how far they have come.
    private final Map<TrackId, String> open = new ConcurrentHashMap<>();

    /// One track is led by one thread at a time, also if it is synced twice.
    private final List<ReentrantLock> turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toList();

    /// What the person wants.
    ///
    /// @param loudness of results, in LUFS; absent: as their sources have it
    /// @param template of file names
    public record Rules(DuplicateRule duplicates, TargetFormat format, Optional<Double> loudness, String template) {

        Job.Recipe recipe() {
            return new Job.Recipe(format, loudness);
        }
    }

    public Processing(
            Rules rules,
            Inbox inbox,
            Download download,
            Bench bench,
            Studio studio,
            Tagger tagger,
            Shelf shelf,
            Eagle eagle,
            Playlists playlists,
            Waiting waiting) {
        this.rules = rules;
        this.finding = new Finding(inbox, shelf, download, bench, waiting);
        this.making = new Making(rules.recipe(), bench, studio, tagger);
        this.download = download;
        this.bench = bench;
        this.shelf = shelf;
        this.eagle = eagle;
        this.playlists = playlists;
        this.waiting = waiting;
    }

    /// What becomes of the track of `synced`.
    ///
    /// @throws ShelfUnavailable if nothing can be decided now
    public Outcome on(TrackSynced synced) {
        Lock turn = turns.get(Math.floorMod(synced.track().id().hashCode(), TURNS));
        turn.lock();
        try {
            Outcome outcome = outcome(synced);
            playlists.note(synced, outcome);
            return outcome;
        } finally {
            turn.unlock();
        }
    }

    private Outcome outcome(TrackSynced synced) {
        Track track = synced.track();
        if (leftOut(synced)) {
            waiting.over(track.id());
            return new Outcome.Duplicate(synced.duplicateOf().orElseThrow());
        }
        Optional<String> there = shelf.fileOf(track.id());
        there.ifPresent(_ -> bench.clear(track.id())); // a kill may have come before that
        Outcome outcome = there.<Outcome>map(Outcome.Imported::new).orElseGet(() -> lead(track));
        if (!(outcome instanceof Outcome.Imported imported)) {
            return outcome;
        }
        waiting.over(track.id());
        return new Outcome.Imported(imported.file(), eagle.bring(synced, shelf.path(imported.file())));
    }

    /// As [#on], as if never before: what was looked for in vain lately is looked for again, and what Eagle refused is
    /// brought there again. Its date is forgotten when the end is known, and not before: a kill may come.
    public Outcome again(TrackSynced synced) {
        TrackId id = synced.track().id();
        waiting.now(id);
        eagle.forget(id);
        Outcome outcome = on(synced);
        if (!outcome.waits()) {
            waiting.over(id);
        }
        return outcome;
    }

    /// Whether this file could be that of `track`, and serves no other.
    boolean mayServe(InboxFile file, Track track) {
        return finding.free(file, track);
    }

    /// Whether there is no audio of it yet, although there shall be.
    boolean lacks(TrackSynced synced) {
        return !leftOut(synced) && shelf.fileOf(synced.track().id()).isEmpty();
    }

    private boolean leftOut(TrackSynced synced) {
        return synced.duplicateOf().isPresent() && rules.duplicates() != DuplicateRule.KEEP;
    }

    /// How much of what is being downloaded is there, in percent.
    public Map<TrackId, Double> downloads() {
        return download.progress();
    }

    /// Tracks on their way now, each with the state that it has reached, such as `converted`.
    public Map<TrackId, String> open() {
        return Map.copyOf(open);
    }

    private Outcome lead(Track track) {
        try {
            Job job = bench.resume(track).map(this::resumed).orElseGet(() -> new Job.Wanted(track));
            while (true) {
                if (job instanceof Job.Ended ended) {
                    bench.clear(track.id());
                    return ended.outcome();
                }
                open.put(track.id(), job.state());
                job = dated(job, step(job));
            }
        } finally {
            open.remove(track.id());
            finding.letGo(track.id());
        }
    }

    /// Goes on where a kill stopped it, unless its file serves another track or is another meanwhile: then it begins
    /// anew.
    private Job resumed(Job left) {
        Job job = making.resumed(left);
        if (!(job instanceof Job.Sourced sourced) || finding.claims(sourced)) {
            return job;
        }
        bench.clear(left.track().id());
        return new Job.Wanted(left.track());
    }

    private Job dated(Job before, Job after) {
        boolean downloaded = before instanceof Job.Sourced sourced
                && sourced.source().stamp().isEmpty();
        return downloaded && after instanceof Job.Ended(Track track, Outcome end)
                ? new Job.Ended(track, waiting.brought(track.id(), end))
                : after;
    }

    private Job step(Job job) {
        try {
            return switch (job) {
                case Job.Wanted wanted -> finding.find(wanted);
                case Job.Found found -> making.convert(found);
                case Job.Converted converted -> making.verify(converted);
                case Job.Verified verified -> making.tag(verified);
                case Job.Tagged tagged -> deliver(tagged);
                case Job.Ended ended -> ended;
            };
        } catch (FileUnusable unusable) {
            return new Job.Ended(job.track(), new Outcome.Unusable(String.valueOf(unusable.getMessage())));
        }
    }

    private Job deliver(Job.Tagged tagged) throws FileUnusable {
        Track track = tagged.track();
        FileName name = FileName.of(track, rules.format().extension(), rules.template());
        return tagged.delivered(shelf.put(track.id(), tagged.source(), bench.file(track.id(), tagged.file()), name));
    }
}
