package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackSynced;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// THE CORE: leads the audio of a track from state to state, see [Job]. Thread-safe; one track is led by one thread at
/// a
/// time. Leading it twice ends the same, and after a kill it goes on where it was.
public final class Processing {

    private static final int TURNS = 256;

    private final Rules rules;
    private final Inbox inbox;
    private final Download download;
    private final Bench bench;
    private final Studio studio;
    private final Tagger tagger;
    private final Shelf shelf;
    private final Eagle eagle;

    /// Files of the inbox that are being worked on, and for whom.
    private final Map<String, TrackId> claimed = new ConcurrentHashMap<>();

    /// Tracks on their way, and how far they have come.
    private final Map<TrackId, String> open = new ConcurrentHashMap<>();

    /// One track is led by one thread at a time, also if it is synced twice.
    private final List<ReentrantLock> turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toList();

    /// What the person wants.
    ///
    /// @param template of file names
    public record Rules(DuplicateRule duplicates, TargetFormat format, String template) {}

    public Processing(
            Rules rules,
            Inbox inbox,
            Download download,
            Bench bench,
            Studio studio,
            Tagger tagger,
            Shelf shelf,
            Eagle eagle) {
        this.rules = rules;
        this.inbox = inbox;
        this.download = download;
        this.bench = bench;
        this.studio = studio;
        this.tagger = tagger;
        this.shelf = shelf;
        this.eagle = eagle;
    }

    /// What becomes of the track of `synced`.
    ///
    /// @throws ShelfUnavailable if nothing can be decided now
    public Outcome on(TrackSynced synced) {
        Track track = synced.track();
        if (synced.duplicateOf().isPresent() && rules.duplicates() != DuplicateRule.KEEP) {
            return new Outcome.Duplicate(synced.duplicateOf().get());
        }
        Lock turn = turns.get(Math.floorMod(track.id().hashCode(), TURNS));
        turn.lock();
        try {
            Optional<String> there = shelf.fileOf(track.id());
            return there.isPresent() ? imported(track, there.get()) : lead(track);
        } finally {
            turn.unlock();
        }
    }

    /// As [#on], because somebody asks for it: what was looked for in vain lately is looked for again.
    public Outcome again(TrackSynced synced) {
        download.forget(synced.track().id());
        return on(synced);
    }

    /// Tracks on their way now, each with the state that it has reached, such as `converted`.
    public Map<TrackId, String> open() {
        return Map.copyOf(open);
    }

    private Outcome imported(Track track, String file) {
        return new Outcome.Imported(file, eagle.bring(track, shelf.path(file)));
    }

    private Outcome lead(Track track) {
        try {
            Job job = bench.resume(track).orElseGet(() -> new Job.Wanted(track));
            while (true) {
                if (job instanceof Job.Ended ended) {
                    bench.clear(track.id());
                    return ended.outcome();
                }
                open.put(track.id(), job.getClass().getSimpleName().toLowerCase(Locale.ROOT));
                job = step(job);
            }
        } finally {
            open.remove(track.id());
            claimed.values().removeIf(track.id()::equals);
        }
    }

    private Job step(Job job) {
        try {
            return switch (job) {
                case Job.Wanted wanted -> find(wanted);
                case Job.Found found -> convert(found);
                case Job.Converted converted -> verify(converted);
                case Job.Verified verified -> tag(verified);
                case Job.Tagged tagged -> deliver(tagged);
                case Job.Ended ended -> ended;
            };
        } catch (FileUnusable unusable) {
            return new Job.Ended(job.track(), new Outcome.Unusable(String.valueOf(unusable.getMessage())));
        }
    }

    private Job find(Job.Wanted wanted) throws FileUnusable {
        Track track = wanted.track();
        List<InboxFile> found = inbox.files().find(track, file -> free(file, track));
        if (found.size() > 1) {
            return wanted.ended(new Outcome.NoAudio(found.size() + " files in the inbox could be this track, such as "
                    + found.get(0).name() + " and " + found.get(1).name()));
        }
        if (found.isEmpty()) {
            return fetch(wanted);
        }
        InboxFile file = found.getFirst();
        if (file.flaw().isPresent()) {
            throw new FileUnusable(file.name() + ": " + file.flaw().get());
        }
        boolean mine = track.id().equals(claimed.computeIfAbsent(file.name(), _ -> track.id()));
        return mine
                ? wanted.found(new Job.Source(file.name(), inbox.path(file).toString()))
                : find(wanted); // somebody was faster: it is no longer free
    }

    private boolean free(InboxFile file, Track track) {
        TrackId by = claimed.get(file.name());
        return (by == null || by.equals(track.id()))
                && shelf.servedBy(file).map(track.id()::equals).orElse(true);
    }

    private Job fetch(Job.Wanted wanted) {
        Track track = wanted.track();
        return switch (download.bring(track, bench.part(track.id(), ".d"))) {
            case Download.Result.Brought(Path file) -> {
                String name = "download/" + track.id() + '/' + file.getFileName();
                yield kept(wanted.found(new Job.Source(name, file.toString())));
            }
            case Download.Result.Nothing(String why) ->
                wanted.ended(new Outcome.NoAudio((inbox.directory().isEmpty()
                                ? "no inbox is set (segue.audio.inbox)"
                                : "no file in the inbox is this track")
                        + "; " + why));
            case Download.Result.Locked(String why) -> wanted.ended(new Outcome.Protected(why));
        };
    }

    private Job convert(Job.Found found) throws FileUnusable {
        Path source = Path.of(found.source().path());
        boolean same = studio.open()
                ? rules.format()
                        .is(found.source().extension(), studio.look(source).codec())
                : rules.format().hasExtension(found.source().extension());
        if (!same && !studio.open()) {
            throw new FileUnusable(found.source().name() + ": there is no ffmpeg to convert it with");
        }
        String name = "audio" + rules.format().extension();
        Optional<Take> heard = same ? copied(found, source, name) : Optional.of(converted(found, source, name));
        Optional<Outcome> flaw = heard.flatMap(take -> Verification.ofSource(found.track(), take));
        return flaw.<Job>map(why -> found.ended(named(found.source(), why)))
                .orElseGet(() -> kept(found.converted(name, heard, !same)));
    }

    private Optional<Take> copied(Job.Found found, Path source, String name) throws FileUnusable {
        TrackId id = found.track().id();
        bench.copy(id, source, name);
        return studio.open() ? Optional.of(studio.hear(bench.file(id, name))) : Optional.empty();
    }

    private Take converted(Job.Found found, Path source, String name) throws FileUnusable {
        TrackId id = found.track().id();
        Path part = bench.part(id, rules.format().extension());
        Take heard = studio.convert(source, rules.format(), part);
        bench.finish(id, part, name);
        return heard;
    }

    private Job verify(Job.Converted converted) throws FileUnusable {
        if (!converted.changed() || converted.heard().isEmpty()) {
            return kept(converted.verified()); // what was heard is the file itself, or there is nobody to hear it
        }
        Take made = studio.hear(bench.file(converted.track().id(), converted.file()));
        Optional<Outcome> flaw = Verification.ofResult(converted.heard().get(), made);
        return flaw.<Job>map(why -> converted.ended(named(converted.source(), why)))
                .orElseGet(() -> kept(converted.verified()));
    }

    private Job tag(Job.Verified verified) throws FileUnusable {
        TrackId id = verified.track().id();
        Path plain = bench.file(id, verified.file());
        String extension = rules.format().extension();
        bench.copy(id, plain, "tagging" + extension);
        Path tagging = bench.file(id, "tagging" + extension);
        tagger.tag(tagging, Tags.of(verified.track()), Path.of(verified.source().path()));
        String name = "tagged" + extension;
        bench.finish(id, tagging, name);
        return kept(verified.tagged(name));
    }

    private Job deliver(Job.Tagged tagged) throws FileUnusable {
        Track track = tagged.track();
        FileName name = FileName.of(track, rules.format().extension(), rules.template());
        Path made = bench.file(track.id(), tagged.file());
        String file = shelf.put(track.id(), tagged.source().name(), made, name);
        return tagged.imported(file, eagle.bring(track, shelf.path(file)));
    }

    private Job kept(Job job) {
        bench.keep(job);
        return job;
    }

    private static Outcome named(Job.Source source, Outcome why) {
        return switch (why) {
            case Outcome.Damaged(String text) -> new Outcome.Damaged(source.name() + ": " + text);
            case Outcome.PreviewOnly(String text) -> new Outcome.PreviewOnly(source.name() + ": " + text);
            default -> why;
        };
    }
}
